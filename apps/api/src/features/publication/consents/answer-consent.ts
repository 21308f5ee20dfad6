import type { ContributionBody } from '@libretto/contracts';
import { type Actor, answer, contribute, type Contribution } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Books } from '../book/books';
import { PublicationConsent, type Statement } from '../book/publication.entity';
import { PublicationRoll } from '../book/publication-roll';

interface OwnWork {
  readonly editionId: string;
  readonly workId: string;
}

/** Consents of a member, given and withdrawn. They and the printing lock the publication's row: one of them is first. */
@Injectable()
export class AnswerConsent {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roll: PublicationRoll,
    private readonly books: Books,
  ) {}

  /**
   * Records the consent together with what it is to. Refusals: publication.in-print, publication.no-such-step,
   * publication.not-asked-yet, publication.not-an-orcid, publication.role-missing.
   */
  async give(actor: Actor, own: OwnWork, typed: ContributionBody): Promise<void> {
    const contribution = orRefuse(contribute(typed));
    await this.transaction.run((tx) => this.answer(tx, actor, own, contribution));
  }

  /**
   * Declines, or withdraws what was given. Refusals: publication.in-print, publication.no-such-step,
   * publication.not-asked-yet.
   */
  async refuse(actor: Actor, own: OwnWork): Promise<void> {
    await this.transaction.run((tx) => this.answer(tx, actor, own, null));
  }

  private async answer(
    tx: Tx,
    { accountId }: Actor,
    { editionId, workId }: OwnWork,
    contribution: Contribution | null,
  ): Promise<void> {
    const { publication, gathered, books } = await this.roll.lock(tx, editionId);
    const entry = gathered.find(({ row }) => row.workId === workId);
    const member = entry?.members.find((one) => one.accountId === accountId);
    if (!entry || !member) throw notFound();
    const to = contribution ? 'given' : member.consent === 'given' ? 'withdrawn' : 'declined';
    const next = orRefuse(answer(member.consent, publication.state, to));
    const statement: Statement | null = contribution && {
      ...contribution,
      publication: publication.title,
      title: entry.row.title,
      licence: publication.licence,
    };
    const id = member.row?.id ?? newId();
    const consent = { id, gatheredId: entry.row.id, accountId, state: next.consent, statement, at: this.clock.now() };
    await tx.put(PublicationConsent, ['gatheredId', 'accountId'], consent);
    if (next.publication === publication.state) return;
    await this.books.drop(tx, books);
    await tx.save(Object.assign(publication, { state: next.publication, setAt: null }));
  }
}
