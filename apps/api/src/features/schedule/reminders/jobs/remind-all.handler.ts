import { Transaction } from '../../../../platform/database/transaction';
import { idOf } from '../../../../platform/database/new-id';
import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { EverybodyConcerned } from '../../planning/everybody-concerned';
import { Timetable } from '../../timetable/timetable';
import { isToBegin, type Reminded } from '../is-to-begin';
import { remindAll } from './remind-all.job';
import { remind } from './remind.job';

@HandlesJob(remindAll)
export class RemindAll implements JobHandler<Reminded> {
  constructor(
    private readonly transaction: Transaction,
    private readonly timetable: Timetable,
    private readonly concerned: EverybodyConcerned,
  ) {}

  /** A run for each person, under an id of its own: a repetition asks for none twice. */
  async run(of: Reminded, { id }: JobRun): Promise<void> {
    const session = await this.timetable.session(of.sessionId);
    if (!session || !isToBegin(session, of)) return;
    const accountIds = await this.concerned.in(session.editionId);
    await this.transaction.run((tx) =>
      tx.plan(
        accountIds.map((accountId) => ({ id: idOf(`${id} ${accountId}`), job: remind, payload: { ...of, accountId } })),
      ),
    );
  }
}
