/** Does work for each of several, three at a time: for what waits more than it works. */
export async function sideBySide<One>(several: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = several.values();
  const lane = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all([lane(), lane(), lane()]);
}
