import { type Refusal, refuse } from '../refusal';

/** A day has no more. */
export const mostMinutesADay = 24 * 60;

/** Whether a day still has room for these minutes: `declaredThatDay` are those of all kinds that somebody declared for it. */
export const fitsIntoDay = (minutes: number, declaredThatDay: number): true | Refusal =>
  declaredThatDay + minutes <= mostMinutesADay || refuse('workload.day-is-full', { declared: declaredThatDay });

/** What somebody may still declare for a module. */
export interface SelfStudyRoom {
  /** The module's notional self-study minutes. */
  readonly notional: number;
  /** What tutors allowed this person on top of them. */
  readonly approvedMore: number;
  /** What the ledger holds already, reversals counted. */
  readonly declared: number;
}

/** The minutes that may still be declared: never less than none, also where an approval was smaller than what is there. */
export const selfStudyLeft = ({ notional, approvedMore, declared }: SelfStudyRoom): number =>
  Math.max(0, notional + approvedMore - declared);

/** What a participant wants to write into the ledger. Days are calendar days, so their order is the order of their texts. */
export interface SelfStudyDeclaration {
  readonly day: string;
  readonly minutes: number;
}

/** Whether a declaration fits under the module's cap and on its day. */
export function declareSelfStudy(
  { day, minutes }: SelfStudyDeclaration,
  room: SelfStudyRoom,
  { today, firstDay, declaredThatDay }: { today: string; firstDay: string; declaredThatDay: number },
): true | Refusal {
  if (day > today) return refuse('workload.day-in-the-future');
  if (day < firstDay) return refuse('workload.day-before-the-edition', { firstDay });
  const fits = fitsIntoDay(minutes, declaredThatDay);
  if (fits !== true) return fits;
  const left = selfStudyLeft(room);
  return minutes <= left || refuse('workload.over-the-cap', { left, cap: room.notional + room.approvedMore });
}
