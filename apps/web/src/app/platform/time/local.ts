/** An instant by the clocks of a zone, as inputs take it: `2026-12-03T14:30`. They take the Swedish format. */
export const localTimeIn = (at: string, zone: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T');

const dayMs = 86_400_000;

/** The calendar day that is these days later: `2026-12-03`. */
export const dayLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The number of days from one calendar day to another. */
export const daysFrom = (day: string, other: string): number => (Date.parse(other) - Date.parse(day)) / dayMs;
