import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { OpenDossiers } from '../dossier/open-dossiers';
import { Comment } from './comment.entity';
import { lockDiscussion } from './lock-discussion';

/** Takes back one’s own comment before the ruling. Taking it back again changes nothing. */
@Injectable()
export class TakeCommentBack {
  constructor(
    private readonly transaction: Transaction,
    private readonly dossiers: OpenDossiers,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * admissions.vote-before-discussing.
   */
  async run(actor: Actor, at: { editionId: string; applicationId: string; commentId: string }): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { id: applicationId } = await lockDiscussion(tx, actor, this.dossiers, at);
      const comment = await tx.lock(Comment, at.commentId);
      if (comment.applicationId !== applicationId || comment.accountId !== actor.accountId) throw notFound();
      if (!comment.takenBackAt) await tx.save(Object.assign(comment, { words: '', takenBackAt: this.clock.now() }));
    });
  }
}
