import { type Refusal, refuse } from '../refusal';
import { type DayFacts, type DayMinutes, mayRecordOn } from './day';

/** The facts that decide how much self-study somebody may still declare for a module. */
export interface SelfStudyRoom {
  /** The module's notional self-study minutes. */
  readonly notional: number;
  /** Minutes that tutors allowed this person on top of them. */
  readonly approvedMore: number;
  /** The minutes in the ledger already, reversals counted. */
  readonly declared: number;
}

/** The minutes that may still be declared: at least zero, even if an approval was smaller than the recorded minutes. */
export const selfStudyLeft = ({ notional, approvedMore, declared }: SelfStudyRoom): number =>
  Math.max(0, notional + approvedMore - declared);

/** Whether declared days have room for their minutes, and the module under its cap. */
export function declareSelfStudy(days: readonly DayMinutes[], room: SelfStudyRoom, facts: DayFacts): true | Refusal {
  const fits = mayRecordOn(days, facts);
  if (fits !== true) return fits;
  const left = selfStudyLeft(room);
  const wanted = days.reduce((sum, { minutes }) => sum + minutes, 0);
  return wanted <= left || refuse('workload.over-the-cap', { left, cap: room.notional + room.approvedMore });
}
