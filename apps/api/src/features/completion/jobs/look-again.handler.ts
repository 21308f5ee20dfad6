import { Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { EnrolmentDirectory } from '../../places';
import { KeepCompletion } from '../keep-completion';
import { lookAgain } from './look-again.job';

@HandlesJob(lookAgain)
export class LookAgain implements JobHandler<{ editionId: string }> {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
    private readonly keeping: KeepCompletion,
  ) {}

  /** A second run changes nothing. */
  async run({ editionId }: { editionId: string }): Promise<void> {
    const enrolments = await this.enrolments.allOf(editionId);
    await this.transaction.run((tx) =>
      this.keeping.of(
        enrolments.map(({ id }) => id),
        tx,
      ),
    );
  }
}
