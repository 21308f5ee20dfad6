import { fillBook, stepTo } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { Books } from '../book/books';
import { PublicationWork } from '../book/publication.entity';
import { PublicationRoll } from '../book/publication-roll';

/** Chooses what is in the books, and asks for them. */
@Injectable()
export class SetPublication {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roll: PublicationRoll,
    private readonly books: Books,
  ) {}

  /** Refusals: publication.in-print, publication.no-such-step, publication.nothing-to-set. */
  async run(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { publication, gathered, books } = await this.roll.lock(tx, editionId);
      const state = orRefuse(stepTo(publication.state, 'typeset'));
      orRefuse(fillBook(gathered.map(({ leftOut }) => leftOut)));
      await this.books.drop(tx, books);
      const works = gathered.map(({ row, work, leftOut }) => ({
        ...row,
        submissionId: leftOut === null ? (work?.submissionId ?? null) : null,
      }));
      await tx.put(PublicationWork, ['publicationId', 'workId'], ...works);
      await tx.save(Object.assign(publication, { state, setAt: this.clock.now() }));
      await this.books.ask(tx, publication);
    });
  }
}
