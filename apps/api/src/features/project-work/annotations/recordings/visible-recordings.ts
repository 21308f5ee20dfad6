import type { AnnotationsView } from '@libretto/contracts';
import { type Actor, isWrittenOut, seesAnnotations } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { rowsOf } from '../../../../platform/database/read-together';
import { orNotFound } from '../../../../platform/refusals/refused';
import { ReadSubmission, type SubmissionAddress, type SubmissionRead } from '../read-submission';
import { Recording } from './recording.entity';

/** The recorded comments on a version that its reader may hear: like annotations, and only with their words. */
@Injectable()
export class VisibleRecordings {
  constructor(
    private readonly database: Database,
    private readonly submissions: ReadSubmission,
  ) {}

  async of(actor: Actor, read: SubmissionRead): Promise<AnnotationsView['recordings']> {
    return (await this.seen(actor, read)).map(({ id, words, markerId }) => ({
      id,
      words,
      isOwn: markerId === actor.accountId,
    }));
  }

  /** The file of one of them. */
  async fileOf(actor: Actor, at: SubmissionAddress, recordingId: string): Promise<string> {
    const seen = await this.seen(actor, await this.submissions.for(actor, at));
    return orNotFound(seen.find(({ id }) => id === recordingId)).fileId;
  }

  private async seen({ accountId }: Actor, { submission, work, marked, reader }: SubmissionRead): Promise<Recording[]> {
    const all = await this.database.rows(
      rowsOf(Recording, 'WHERE it.submissionId = :submissionId', { submissionId: submission.id }, { by: ['id'] }),
    );
    const isReleased = work.state === 'released';
    return all.filter((one) => {
      const isAuthor = one.markerId === accountId;
      const sees = seesAnnotations({ isAuthor, hasMarked: marked.has(one.markerId) }, reader, isReleased);
      return sees && (isAuthor || isWrittenOut(one));
    });
  }
}
