import type { CompletionView, EditionCompletionView, InputOf, readEditionCompletion } from '@libretto/contracts';
import { type Actor, type Explanation, searchFor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { pageAfter } from '../../platform/http/page-after';
import { notFound } from '../../platform/refusals/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { CompletionQueries } from './completion-queries';
import { CompletionExplainer } from './completion-explainer';

interface Listed {
  readonly name: string;
  readonly institution: string | null;
  readonly since: Date | null;
}

const columns = {
  name: ({ name }: Listed) => name,
  institution: ({ institution }: Listed) => institution,
  /** Enrolments that have been complete longest come first. */
  standing: ({ since }: Listed) => since?.getTime() ?? null,
};

/** The explanation for people: for oneself, for one participant, for everybody in an edition. */
@Injectable()
export class CompletionPages {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly explainer: CompletionExplainer,
    private readonly completions: CompletionQueries,
  ) {}

  async own({ accountId }: Actor, editionId: string): Promise<CompletionView> {
    return this.view(await this.enrolments.of(editionId, accountId), accountId);
  }

  async of({ accountId }: Actor, editionId: string, enrolmentId: string): Promise<CompletionView> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    return this.view(enrolment?.editionId === editionId ? enrolment : null, accountId);
  }

  async ofEdition(
    editionId: string,
    { after, q, standing, sort }: InputOf<typeof readEditionCompletion>['query'],
  ): Promise<EditionCompletionView> {
    const enrolments = await this.enrolments.allOf(editionId);
    const people = await this.people.byIds(enrolments.map(({ accountId }) => accountId));
    const metSince = await this.completions.metSince(enrolments.map(({ id }) => id));
    const isMeant = searchFor(q ?? '');
    const everybody = enrolments.map(({ id, accountId }) => {
      const person = people.get(accountId);
      return {
        id,
        name: person?.name ?? '',
        institution: person?.institution?.name ?? null,
        since: metSince.get(id) ?? null,
      };
    });
    const found = everybody.filter(
      (one) =>
        (!standing || (one.since !== null) === (standing === 'complete')) && isMeant(one.name, one.institution ?? ''),
    );
    const { shown, next } = pageAfter(found, { sort, columns, otherwise: ({ id }) => [id] }, after);
    const explained = await this.explainer.explain(shown.map(({ id }) => id));
    return {
      items: shown.map(({ id, name, institution, since }) => {
        const { met, requirements } = explained.get(id) ?? { met: false, requirements: [] };
        return {
          enrolmentId: id,
          name,
          institution,
          met,
          metAt: met ? (since?.toISOString() ?? null) : null,
          requirements: requirements.map(({ kind, met, missing }) => ({ kind, met, missing })),
        };
      }),
      next,
      enrolled: enrolments.length,
      complete: await this.completions.completeIn(editionId),
      found: found.length,
    };
  }

  private async view(enrolment: EnrolmentCard | null, readerId: string): Promise<CompletionView> {
    const edition = enrolment && (await this.editions.byId(enrolment.editionId));
    const explained = enrolment && (await this.explainer.explain([enrolment.id])).get(enrolment.id);
    if (!edition || !explained) throw notFound();
    const person = (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    const titles = new Map(edition.definition.modules.map(({ number, title }) => [number, title]));
    return {
      editionId: edition.id,
      enrolmentId: enrolment.id,
      name: person?.name ?? '',
      met: explained.met,
      metAt: explained.met
        ? ((await this.completions.metSince([enrolment.id])).get(enrolment.id)?.toISOString() ?? null)
        : null,
      requirements: explained.requirements.map((answer) => inWords(answer, titles)),
      isOwn: enrolment.accountId === readerId,
    };
  }
}

/** An answer with the titles and moments that its reader needs. */
function inWords(
  answer: Explanation['requirements'][number],
  titles: Map<number, Record<string, string>>,
): CompletionView['requirements'][number] {
  if (answer.kind === 'modules')
    return {
      ...answer,
      modules: answer.modules.map((module) => ({ ...module, title: titles.get(module.number) ?? {} })),
    };
  if (answer.kind === 'in-presence')
    return {
      ...answer,
      sessions: answer.sessions.map((session) => ({ ...session, startsAt: session.startsAt.toISOString() })),
    };
  return answer;
}
