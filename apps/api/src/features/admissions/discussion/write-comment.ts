import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { OpenDossiers } from '../dossier/open-dossiers';
import { Comment } from './comment.entity';
import { lockDiscussion } from './lock-discussion';

/** Adds a comment for the other members to a dossier. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly transaction: Transaction,
    private readonly dossiers: OpenDossiers,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.declare-first, admissions.not-before-commission, admissions.ruled-first,
   * admissions.vote-before-discussing.
   */
  async run(actor: Actor, at: { editionId: string; applicationId: string }, words: string): Promise<{ id: string }> {
    const id = newId();
    await this.transaction.run(async (tx) => {
      const { id: applicationId } = await lockDiscussion(tx, actor, this.dossiers, at);
      await tx.insert(Comment, {
        id,
        applicationId,
        accountId: actor.accountId,
        words,
        at: this.clock.now(),
        takenBackAt: null,
      });
    });
    return { id };
  }
}
