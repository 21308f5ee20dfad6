/** An empty value: not sent, removed, an empty text or an empty list. */
export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values are the same: all empty values are, and the order of keys does not matter. */
export function same(one: unknown, other: unknown): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  if (isRecord(one) && isRecord(other)) return keysOf(one, other).every((key) => same(one[key], other[key]));
  return one === other;
}

export const keysOf = (...records: object[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];
