/**
 * Does the same with several, one after the other: each is a step of its own, and a refused one does not stop the
 * others. Answers those that were done, and the last refusal.
 */
export async function oneByOne<One>(
  several: readonly One[],
  work: (one: One) => Promise<unknown>,
): Promise<{ done: One[]; refused: unknown }> {
  const done: One[] = [];
  let refused: unknown;
  for (const one of several)
    try {
      await work(one);
      done.push(one);
    } catch (error) {
      refused = error;
    }
  return { done, refused };
}
