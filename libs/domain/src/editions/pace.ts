/** Below this share of what the plan foresees by today, somebody is behind. */
export const behindBelow = 0.75;

interface Plan {
  /** Calendar days, `2026-11-23`, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The notional minutes of the whole programme. */
  readonly minutes: number;
}

const dayLength = 86_400_000;

/** The minutes that somebody has by the end of a day who works evenly from the first day of an edition to its last. */
export function plannedMinutes({ startsOn, endsOn, minutes }: Plan, today: string): number {
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayLength + 1;
  const whole = days(startsOn, endsOn);
  const gone = Math.min(Math.max(days(startsOn, today), 0), whole);
  return Math.round((minutes * gone) / whole);
}

/** Whether somebody has markedly fewer minutes than the plan foresees by now. */
export const isBehind = (recorded: number, planned: number): boolean => recorded < planned * behindBelow;
