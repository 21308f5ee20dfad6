import type { RequestOf } from '../../platform/api';
import type { changeEdition } from '@libretto/contracts';

/** A coordinator's plan as typed: days, with the last day of applications. */
export interface Plan {
  name: string;
  startsOn: string;
  endsOn: string;
  applyUntil: string;
  timeZone: string;
  capacity: number;
}

type Body = RequestOf<typeof changeEdition>['body'];

/** A plan in the API's form: applications close when the last day ends in the edition's zone. */
export function bodyOf({ applyUntil, ...plan }: Plan): Body {
  return { ...plan, applicationsCloseAt: endOfDay(applyUntil, plan.timeZone) };
}

/** The calendar day of an instant in a zone. */
export const dayIn = (instant: string, zone: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: zone });

/** The last minute of a day in a zone, as an instant. */
export function endOfDay(day: string, zone: string): string {
  const asIfUtc = new Date(`${day}T23:59:00Z`);
  const shown = new Date(`${asIfUtc.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`);
  return new Date(2 * asIfUtc.getTime() - shown.getTime()).toISOString();
}
