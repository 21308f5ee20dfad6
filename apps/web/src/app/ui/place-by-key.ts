/** Where a key leads from one of some places beside each other, round and round; `undefined` for a key that leads nowhere. */
export function placeByKey(key: string, at: number, count: number): number | undefined {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : (to + count) % count;
}
