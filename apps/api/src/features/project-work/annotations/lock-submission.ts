import { type Actor, mayMark } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { Marking, Submission, Work } from '../work/work.entity';
import type { SubmissionAddress } from './read-submission';

/** Locks the work of a version that a marker says something about, as long as they may mark it, and answers that version. */
@Injectable()
export class LockSubmission {
  constructor(
    private readonly database: Database,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.newer-version.
   */
  async for(tx: Tx, actor: Actor, { editionId, submissionId }: SubmissionAddress): Promise<Submission> {
    const [submission] = await this.database.rows(rowsOf(Submission, 'WHERE it.id = :submissionId', { submissionId }));
    const found = orNotFound(submission);
    const { workId, version } = found;
    const work = await tx.lock(Work, workId);
    if (work.editionId !== editionId) throw notFound();
    const by = { workId, markerId: actor.accountId };
    const [isMember, marked] = await Promise.all([
      this.roll.isMemberBy(submissionId, actor.accountId),
      this.database.rows(
        rowsOf(Marking, 'WHERE it.workId = :workId AND it.markerId = :markerId', by, { columns: ['id'] }),
      ),
    ]);
    orRefuse(mayMark(work, version, { isMember, hasMarked: marked.length > 0 }));
    return found;
  }
}
