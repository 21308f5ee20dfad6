import type { WorkloadKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/** A timer that runs. A person has one, whichever devices show it. */
@Entity('work_timer')
@Index(['accountId'], { unique: true })
@Index(['enrolmentId'])
export class WorkTimer {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Whole() moduleNumber!: number;
  @Code() kind!: WorkloadKind;
  @Instant() startedAt!: Date;
}
