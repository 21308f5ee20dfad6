import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EnrolmentDirectory } from '../places';
import { ResultsReleased } from '../project-work';
import { RollClosed, SessionCancelled } from '../schedule';
import { WorkloadRecorded } from '../workload';
import { KeepCompletion } from './keep-completion';

/** People's records changed: their attendance, their hours, their result. */
@ReactsTo(RollClosed, WorkloadRecorded, ResultsReleased)
export class FollowRecords implements Reaction<{ enrolmentIds: readonly string[] }> {
  constructor(private readonly keeping: KeepCompletion) {}

  react({ enrolmentIds }: { enrolmentIds: readonly string[] }, tx: Tx): Promise<void> {
    return this.keeping.of(enrolmentIds, tx);
  }
}

/** A session less is a smaller share to attend, for everybody in the edition. */
@ReactsTo(SessionCancelled)
export class FollowCancellation implements Reaction<SessionCancelled> {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly keeping: KeepCompletion,
  ) {}

  async react({ editionId }: SessionCancelled, tx: Tx): Promise<void> {
    const enrolments = await this.enrolments.allOf(editionId);
    await this.keeping.of(enrolments.map(({ id }) => id), tx);
  }
}
