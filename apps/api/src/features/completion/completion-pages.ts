import type { CompletionView, EditionCompletionView } from '@libretto/contracts';
import type { Actor, Explanation } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/refused';
import { PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../places';
import { CompletionBook } from './completion-book';
import { CompletionExplainer } from './completion-explainer';

/** The explanation as people read it: of oneself, of one participant, of everybody in an edition. */
@Injectable()
export class CompletionPages {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly explainer: CompletionExplainer,
    private readonly book: CompletionBook,
  ) {}

  async own({ accountId }: Actor, editionId: string): Promise<CompletionView> {
    return this.view(await this.enrolments.of(editionId, accountId), accountId);
  }

  async of({ accountId }: Actor, editionId: string, enrolmentId: string): Promise<CompletionView> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    return this.view(enrolment?.editionId === editionId ? enrolment : null, accountId);
  }

  async ofEdition(editionId: string, after?: string): Promise<EditionCompletionView> {
    const { items, next } = await this.enrolments.byEdition(editionId, after);
    const ids = items.map(({ id }) => id);
    const explained = await this.explainer.explain(ids);
    const metSince = await this.book.metSince(ids);
    const people = await this.people.byIds(items.map(({ accountId }) => accountId));
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
      enrolled: await this.enrolments.countIn(editionId),
      complete: await this.book.completeIn(editionId),
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
      metAt: explained.met ? ((await this.book.metSince([enrolment.id])).get(enrolment.id)?.toISOString() ?? null) : null,
      requirements: explained.requirements.map((answer) => inWords(answer, titles)),
      isOwn: enrolment.accountId === readerId,
    };
  }
}

/** An answer with the titles and moments that its reader needs. */
function inWords(answer: Explanation['requirements'][number], titles: Map<number, Record<string, string>>): CompletionView['requirements'][number] {
  if (answer.kind === 'modules')
    return { ...answer, modules: answer.modules.map((module) => ({ ...module, title: titles.get(module.number) ?? {} })) };
  if (answer.kind === 'in-presence')
    return { ...answer, sessions: answer.sessions.map((session) => ({ ...session, startsAt: session.startsAt.toISOString() })) };
  return answer;
}
