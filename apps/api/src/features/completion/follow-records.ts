import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EnrolmentDirectory } from '../places';
import { FeedbackAsked, FeedbackGiven, ResultsReleased } from '../project-work';
import { RollClosed, SessionCancelled, SessionMoved, SessionPlanned } from '../schedule';
import { SurveyAnswered } from '../surveys';
import { WorkloadRecorded } from '../workload';
import { KeepCompletion } from './keep-completion';

/** People's records changed: their attendance, their hours, their result, the feedback that they give, that they answered the survey. */
@ReactsTo(RollClosed, WorkloadRecorded, ResultsReleased, FeedbackAsked, FeedbackGiven, SurveyAnswered)
export class FollowRecords implements Reaction<{ enrolmentIds: readonly string[] }> {
  constructor(private readonly keeping: KeepCompletion) {}

  react({ enrolmentIds }: { enrolmentIds: readonly string[] }, tx: Tx): Promise<void> {
    return this.keeping.of(enrolmentIds, tx);
  }
}

/**
 * Adding or cancelling a session changes the required share for everybody in the edition; so does moving one past an
 * enrolment.
 */
@ReactsTo(SessionPlanned, SessionMoved, SessionCancelled)
export class FollowTimetable implements Reaction<{ editionId: string }> {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly keeping: KeepCompletion,
  ) {}

  async react({ editionId }: { editionId: string }, tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.allOf(editionId);
    await this.keeping.of(
      enrolments.map(({ id }) => id),
      tx,
    );
  }
}
