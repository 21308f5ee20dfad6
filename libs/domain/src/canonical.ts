/** The same text for the same contents, independent of the order of their parts. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/** Whether two plain values are the same. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
