import type {
  CompletionView,
  EditionCompletionView,
  InputOf,
  ProgrammeDefinition,
  readEditionCompletion,
} from '@libretto/contracts';
import { type Actor, briefsIn, type Explanation } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { pageAfter } from '../../platform/http/page-after';
import { notFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { type EditionCard, EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory, Participants, type ParticipantsAsked } from '../places';
import { FeedbackTallies, isHiddenFrom } from '../project-work';
import { CompletionQueries } from './completion-queries';
import { CompletionExplainer } from './completion-explainer';

const pageSize = 100;

const isComplete = 'EXISTS (SELECT 1 FROM completion met WHERE met.enrolmentId = it.id AND met.metAt IS NOT NULL)';
const nobody = ['1 = 0', {}] as const;
const standingIs = { complete: [isComplete, {}], missing: [`NOT ${isComplete}`, {}] } as const;

/** The explanation for people: for oneself, for one participant, for everybody in an edition. */
@Injectable()
export class CompletionPages {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly participants: Participants,
    private readonly people: PeopleDirectory,
    private readonly explainer: CompletionExplainer,
    private readonly completions: CompletionQueries,
    private readonly feedback: FeedbackTallies,
  ) {}

  async own(actor: Actor, editionId: string): Promise<CompletionView> {
    return this.view(await this.enrolments.of(editionId, actor.accountId), actor);
  }

  async of(actor: Actor, editionId: string, enrolmentId: string): Promise<CompletionView> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    return this.view(enrolment?.editionId === editionId ? enrolment : null, actor);
  }

  async ofEdition(
    actor: Actor,
    editionId: string,
    { after, q, standing, sort }: InputOf<typeof readEditionCompletion>['query'],
  ): Promise<EditionCompletionView> {
    const edition = await this.editions.byId(editionId);
    // To whoever may not know it nobody is complete, as each answer says.
    const isHidden = edition !== undefined && (await this.feedback.areHiddenFrom(actor, edition));
    const only = isHidden ? standing === 'complete' && nobody : standing && standingIs[standing];
    const asked = { editionId, q, only: only || undefined };
    const [{ items, next }, enrolled, found, complete] = await Promise.all([
      !isHidden && sort?.endsWith('standing')
        ? this.byStanding(asked, sort, after)
        : this.participants.page({ ...asked, sort, after, size: pageSize }),
      this.participants.count({ editionId }),
      q || standing ? this.participants.count(asked) : null,
      isHidden ? 0 : this.completions.completeIn(editionId),
    ]);
    const [people, metSince, explained] = await Promise.all([
      this.people.byIds(items.map(({ accountId }) => accountId)),
      this.completions.metSince(items.map(({ id }) => id)),
      this.explainer.explain(items, actor),
    ]);
    return {
      items: items.map(({ id, accountId }) => {
        const person = people.get(accountId);
        const { met, requirements } = explained.get(id) ?? { met: false, requirements: [] };
        return {
          enrolmentId: id,
          name: person?.name ?? '',
          institution: person?.institution?.name ?? null,
          met,
          metAt: met ? (metSince.get(id)?.toISOString() ?? null) : null,
          requirements: requirements.map(({ kind, met, missing }) => ({ kind, met, missing })),
        };
      }),
      next,
      enrolled,
      complete,
      found: found ?? enrolled,
    };
  }

  /** The database has no order in which some have no time: every page reads all. Who has been complete longest comes first. */
  private async byStanding(asked: ParticipantsAsked, sort: string, after: string | undefined) {
    const all = await this.participants.all(asked);
    const metSince = await this.completions.metSince(all.map(({ id }) => id));
    const columns = { standing: ({ id }: EnrolmentCard) => metSince.get(id)?.getTime() ?? null };
    const { shown, next } = pageAfter(all, { sort, columns, otherwise: ({ id }) => [id] }, after);
    return { items: shown, next };
  }

  private async view(enrolment: EnrolmentCard | null, actor: Actor): Promise<CompletionView> {
    if (!enrolment) throw notFound();
    const { id: enrolmentId, editionId, accountId } = enrolment;
    const isOwn = accountId === actor.accountId;
    const reading = this.editions.byId(editionId);
    const [edition, explanations, people, metSince, feedback] = await Promise.all([
      reading,
      this.explainer.explain([enrolment], isOwn ? null : actor),
      this.people.byIds([accountId]),
      this.completions.metSince([enrolmentId]),
      isOwn ? new Set<string>() : this.unseenFeedback(actor, reading),
    ]);
    const explained = explanations.get(enrolmentId);
    if (!edition || !explained) throw notFound();
    const unseen = {
      work: (briefId: string) => !isOwn && isHiddenFrom(actor, edition, { editionId, briefId, releasedAt: null }),
      feedback: (briefId: string) => feedback.has(briefId),
    };
    return {
      editionId: edition.id,
      enrolmentId,
      name: people.get(accountId)?.name ?? '',
      met: explained.met,
      metAt: explained.met ? (metSince.get(enrolmentId)?.toISOString() ?? null) : null,
      requirements: explained.requirements.map((answer) => inWords(answer, edition.definition, unseen)),
      isOwn,
    };
  }

  private async unseenFeedback(actor: Actor, reading: Promise<EditionCard | undefined>): Promise<ReadonlySet<string>> {
    const edition = await reading;
    return edition ? this.feedback.unseenBriefs(actor, edition) : new Set();
  }
}

/** An answer with the titles and moments that its reader needs. */
function inWords(
  answer: Explanation['requirements'][number],
  { modules, projectWork }: ProgrammeDefinition,
  isUnseen: Readonly<Record<'work' | 'feedback', (briefId: string) => boolean>>,
): CompletionView['requirements'][number] {
  if (answer.kind === 'modules') {
    const titles = new Map(modules.map(({ number, title }) => [number, title]));
    return {
      ...answer,
      modules: answer.modules.map((module) => ({ ...module, title: titles.get(module.number) ?? {} })),
    };
  }
  if (answer.kind === 'project-work') {
    const titles = new Map(briefsIn(projectWork).map(({ id, title }) => [id, title]));
    return {
      ...answer,
      works: answer.works.map((work) => ({
        ...work,
        title: titles.get(work.brief) ?? {},
        isUnseen: !work.passed && isUnseen.work(work.brief),
      })),
    };
  }
  if (answer.kind === 'peer-feedback') {
    const titles = new Map(briefsIn(projectWork).map(({ id, title }) => [id, title]));
    return {
      ...answer,
      briefs: answer.briefs.map((one) => ({
        ...one,
        title: titles.get(one.brief) ?? {},
        isUnseen: !one.isOpen && isUnseen.feedback(one.brief),
      })),
    };
  }
  if (answer.kind === 'in-presence')
    return {
      ...answer,
      sessions: answer.sessions.map((session) => ({ ...session, startsAt: session.startsAt.toISOString() })),
    };
  return answer;
}
