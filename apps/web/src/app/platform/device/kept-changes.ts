/** Screen values that had not reached the server, with the server's values at the time of typing. */
export interface KeptChange {
  readonly base: unknown;
  readonly screen: unknown;
}

const prefix = 'libretto.draft/';
const keyOf = (...parts: string[]) => prefix + parts.map(encodeURIComponent).join('/');

/** Keeps a change in this browser, for this account and this window. `null` forgets it. */
export function keepChange(
  [account, draft, writer]: readonly [account: string, draft: string, writer: string],
  change: KeptChange | null,
): void {
  const key = keyOf(account, draft, writer);
  try {
    if (change) localStorage.setItem(key, JSON.stringify(change));
    else localStorage.removeItem(key);
  } catch {
    // A browser without storage or room: the change still goes to the server.
  }
}

/** Takes the changes that closed windows have kept of a draft, the oldest first: open windows save their own. */
export async function takeKeptChanges(account: string, draft: string): Promise<KeptChange[]> {
  const keys = keysBelow(`${keyOf(account, draft)}/`);
  if (!keys.length) return [];
  const open = new Set((await locks()?.query())?.held?.map(({ name }) => name));
  return keys
    .filter((key) => !open.has(prefix + decodeURIComponent(key.split('/').at(-1) ?? '')))
    .flatMap((key) => {
      const kept = read(key);
      localStorage.removeItem(key);
      return kept ? [kept] : [];
    });
}

/** Marks this writer as alive until the promise is done, or its window is gone. */
export function writeUntil(writer: string, done: Promise<void>): void {
  void locks()?.request(prefix + writer, () => done);
}

/** The next user of this browser finds nothing. */
export function forgetKeptChanges(): void {
  for (const key of keysBelow(prefix)) localStorage.removeItem(key);
}

/** Only pages that came over a secure connection have locks. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

const keysBelow = (start: string): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .sort();

function read(key: string): KeptChange | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as KeptChange;
  } catch {
    return undefined;
  }
}
