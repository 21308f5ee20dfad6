/** The data model's form of an instant: with seconds and a zone. Everything else is `NaN`. */
export const instant = (value: unknown): number =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value)
    ? Date.parse(value)
    : Number.NaN;

/** Five minutes of grace: clocks differ. */
const graceMs = 300_000;

export type Period = 'current' | 'not-yet' | 'over' | 'not-dates';

/** Whether the present time lies in a validity period. Both its ends are optional. */
export function periodOf(node: { readonly validFrom?: unknown; readonly validUntil?: unknown }, now: Date): Period {
  const [from, until] = [node.validFrom, node.validUntil].map((value) =>
    value === undefined ? undefined : instant(value),
  );
  if (Number.isNaN(from) || Number.isNaN(until)) return 'not-dates';
  if (from !== undefined && now.getTime() + graceMs < from) return 'not-yet';
  if (until !== undefined && now.getTime() - graceMs > until) return 'over';
  return 'current';
}
