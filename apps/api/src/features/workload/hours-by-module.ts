import type { ModuleMinutes, ProgrammeDefinition } from '@libretto/contracts';
import { type MinutesByKind, noMinutes, notionalOf, selfStudyLeft, sumsOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { Ledger } from './ledger';
import { SelfStudyApproval } from './self-study-approval.entity';

/** A programme's planned minutes next to a person's recorded ones. */
export interface PersonHours {
  modules: ModuleMinutes[];
  total: { notional: MinutesByKind; recorded: MinutesByKind };
}

@Injectable()
export class HoursByModule {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  /** The hours of one enrolment in every module. One statement. */
  async of(enrolmentId: string, { modules }: Pick<ProgrammeDefinition, 'modules'>): Promise<PersonHours> {
    const [approvals, sums] = await Promise.all([this.approvals(enrolmentId), this.ledger.sums([enrolmentId])]);
    const own = sums.get(enrolmentId) ?? sumsOf([]);
    return {
      modules: modules.map(({ number, title, minutes }) => {
        const recorded = own.byModule.get(number) ?? noMinutes;
        const approvedMore = approvals
          .filter(({ moduleNumber }) => moduleNumber === number)
          .reduce((more, approval) => more + approval.minutes, 0);
        return {
          number,
          title: { ...title },
          notional: minutes,
          recorded,
          selfStudyLeft: selfStudyLeft({
            notional: minutes['self-study'],
            approvedMore,
            declared: recorded['self-study'],
          }),
        };
      }),
      total: { notional: notionalOf(modules), recorded: own.byKind },
    };
  }

  /** The approvals of more self-study of one enrolment, in the order in which they were given. */
  approvals(enrolmentId: string): Promise<SelfStudyApproval[]> {
    return this.database.rows(
      rowsOf(SelfStudyApproval, 'WHERE it.enrolmentId = :enrolmentId', { enrolmentId }, { by: ['id'] }),
    );
  }
}
