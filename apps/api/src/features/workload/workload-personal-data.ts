import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { SelfStudyApproval } from './self-study-approval.entity';
import { WorkloadEntry } from './workload-entry.entity';

/** The personal data in the ledger, for its person. */
@Injectable()
export class WorkloadPersonalData {
  constructor(private readonly database: Database) {}

  /** Two statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const of = { where: { enrolmentId: In([...enrolmentIds]) }, order: { id: 'ASC' as const } };
    const entries = await read.find(WorkloadEntry, of);
    const approvals = await read.find(SelfStudyApproval, of);
    return {
      entries: entries.map(({ id, moduleNumber, kind, minutes, day, source, reverses, reason, at }) => ({
        id,
        moduleNumber,
        kind,
        minutes,
        day,
        source,
        reverses,
        reason,
        at,
      })),
      moreSelfStudyAllowed: approvals.map(({ moduleNumber, minutes, reason, at }) => ({
        moduleNumber,
        minutes,
        reason,
        at,
      })),
    };
  }
}
