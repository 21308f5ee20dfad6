import type { InputOf, keepComment, ReusableComment as CommentView } from '@libretto/contracts';
import { type Actor, keepOneMore } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { countOf, rowsOf } from '../../../../platform/database/read-together';
import { Transaction } from '../../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../../platform/refusals/refused';
import { EditionDirectory } from '../../../editions';
import { ReusableComment } from './reusable-comment.entity';

/** The comments that the markers of an edition use again. */
@Injectable()
export class ReusableComments {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
  ) {}

  /** One's own first, then those that others share, each in the order in which they were kept. */
  async of({ accountId }: Actor, editionId: string): Promise<{ items: CommentView[] }> {
    const rows = await this.database.rows(
      rowsOf(
        ReusableComment,
        'WHERE it.editionId = :editionId AND (it.isShared = :yes OR it.markerId = :accountId)',
        { editionId, accountId, yes: true },
        { by: ['id'] },
      ),
    );
    const items = rows.map(({ id, words, isShared, markerId }) => ({
      id,
      words,
      isShared,
      isOwn: markerId === accountId,
    }));
    return { items: items.toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn)) };
  }

  /** Refusals: project-work.too-many-comments. */
  async keep(
    { accountId }: Actor,
    editionId: string,
    body: InputOf<typeof keepComment>['body'],
  ): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      // Two of the same marker at once would both be the last one that there is room for.
      await this.editions.lock(tx, editionId);
      const own = { editionId, accountId };
      const [kept = 0] = await this.database.rows(
        countOf('FROM annotation_comment WHERE editionId = :editionId AND markerId = :accountId', own),
      );
      orRefuse(keepOneMore(kept));
      const id = newId();
      await tx.insert(ReusableComment, { id, editionId, markerId: accountId, ...body, at: this.clock.now() });
      return { id };
    });
  }

  async remove({ accountId }: Actor, reusableId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const comment = await tx.lock(ReusableComment, reusableId);
      if (comment.markerId !== accountId) throw notFound();
      await tx.manager.delete(ReusableComment, { id: reusableId });
    });
  }
}
