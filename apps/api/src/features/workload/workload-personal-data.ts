import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { SelfStudyApproval } from './self-study-approval.entity';
import { TimedDay } from './timer/timed-day.entity';
import { WorkTimer } from './timer/work-timer.entity';
import { WorkloadEntry } from './workload-entry.entity';

/** The personal data in the ledger and of the timer, for its person. */
@Injectable()
export class WorkloadPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(enrolmentIds: readonly string[]) {
    const all = <Row extends { id: string }>(entity: EntityTarget<Row>) =>
      enrolmentIds.length
        ? rowsOf<Row, keyof Row>(entity, 'WHERE it.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }, { by: ['id'] })
        : null;
    const { entries, approvals, running, measured } = await this.database.together({
      entries: all(WorkloadEntry),
      approvals: all(SelfStudyApproval),
      running: all(WorkTimer),
      measured: all(TimedDay),
    });
    return {
      entries: entries.map(({ id, moduleNumber, kind, minutes, day, source, reverses, note, reason, at }) => ({
        ...{ id, moduleNumber, kind, minutes, day, source, reverses, note, reason, at },
      })),
      moreSelfStudyAllowed: approvals.map(({ moduleNumber, minutes, reason, at }) => ({
        ...{ moduleNumber, minutes, reason, at },
      })),
      timer: {
        running: running.map(({ moduleNumber, kind, startedAt }) => ({ moduleNumber, kind, startedAt })),
        measured: measured.map(({ moduleNumber, kind, day, minutes }) => ({
          moduleNumber,
          kind,
          day,
          minutes,
        })),
      },
    };
  }
}
