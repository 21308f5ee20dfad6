import type { WorkloadKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Day, Flag, Id, Reference, Whole } from '../../../platform/database/columns';

/** What a timer measured on one day. A trigger takes it away once the ledger has an entry from the source with its id. */
@Entity('timed_day')
@Index(['enrolmentId'])
export class TimedDay {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Whole() moduleNumber!: number;
  @Code() kind!: WorkloadKind;
  @Day() day!: string;
  @Whole() minutes!: number;
  @Flag() isCut!: boolean;
}
