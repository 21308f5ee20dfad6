import { type Actor, print, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { PublicationRoll } from '../book/publication-roll';
import { PublicationPrinted } from '../publication.events';

/** Lets the books appear, for good. */
@Injectable()
export class PrintPublication {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roll: PublicationRoll,
  ) {}

  /**
   * Refusals: publication.in-print, publication.no-such-step, publication.not-set-yet; publication.changed-since where
   * a work in the books may not be in them any more, because of somebody who joined its group or another result.
   */
  async run({ accountId }: Actor, editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { publication, gathered, books } = await this.roll.lock(tx, editionId);
      const isReady = books.map((book) => ({ isReady: book.state === 'ready' }));
      const state = orRefuse(print(publication.state, isReady));
      const printed = gathered.filter(({ row }) => row.submissionId !== null);
      if (printed.some(({ leftOut }) => leftOut !== null)) throw new Refused(refuse('publication.changed-since'));
      await tx.save(Object.assign(publication, { state, printedAt: this.clock.now(), printedBy: accountId }));
      const people = printed.flatMap(({ members }) => members.map((member) => member.accountId));
      await tx.publish(new PublicationPrinted(publication.id, [...new Set(people)]));
    });
  }
}
