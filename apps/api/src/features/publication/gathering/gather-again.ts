import { stepTo } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { Books } from '../book/books';
import { PublicationRoll } from '../book/publication-roll';

@Injectable()
export class GatherAgain {
  constructor(
    private readonly transaction: Transaction,
    private readonly roll: PublicationRoll,
    private readonly books: Books,
  ) {}

  /** Refusals: publication.in-print, publication.no-such-step. */
  async run(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { publication, books } = await this.roll.lock(tx, editionId);
      const state = orRefuse(stepTo(publication.state, 'gathering'));
      await this.books.drop(tx, books);
      await tx.save(Object.assign(publication, { state, setAt: null }));
    });
  }
}
