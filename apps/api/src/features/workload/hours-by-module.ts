import type { ModuleMinutes, ProgrammeDefinition } from '@libretto/contracts';
import { type LedgerSums, type MinutesByKind, noMinutes, selfStudyLeft } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
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

  /** The hours of one enrolment in every module. Two statements. */
  async of(enrolmentId: string, { modules }: Pick<ProgrammeDefinition, 'modules'>): Promise<PersonHours> {
    const approvals = await this.database.read.findBy(SelfStudyApproval, { enrolmentId });
    const sums = (await this.ledger.sums([enrolmentId])).get(enrolmentId) as LedgerSums;
    return {
      modules: modules.map(({ number, title, minutes }) => {
        const recorded = sums.byModule.get(number) ?? noMinutes;
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
      total: { notional: notionalOf(modules), recorded: sums.byKind },
    };
  }
}

function notionalOf(modules: ProgrammeDefinition['modules']): MinutesByKind {
  const total = { ...noMinutes };
  for (const { minutes } of modules)
    for (const kind of ['contact', 'self-study', 'project'] as const) total[kind] += minutes[kind];
  return total;
}
