import { type Refusal, refuse } from '../refusal';
import { type DayFacts, mayRecordOn } from './day';

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

/** Whether a declaration fits on its day and under the module's cap. */
export function declareSelfStudy(
  declaration: { day: string; minutes: number },
  room: SelfStudyRoom,
  day: DayFacts,
): true | Refusal {
  const fits = mayRecordOn(declaration, day);
  if (fits !== true) return fits;
  const left = selfStudyLeft(room);
  return (
    declaration.minutes <= left || refuse('workload.over-the-cap', { left, cap: room.notional + room.approvedMore })
  );
}
