/** Where this browser keeps what was typed and has not reached the server. */
export const keptPrefix = 'libretto.draft/';

let held: { readonly account: string; readonly key: string } | null = null;
const asking = new Set<() => void>();

/** The server told a person the key that opens what they typed. It is in the memory of this window only. */
export function holdKey(account: string, key: string): void {
  held = { account, key };
  for (const look of [...asking]) look();
}

/** Nobody is signed in any more: what is kept stays sealed, until the same person signs in again. */
export function dropKey(): void {
  held = null;
}

export const keyNow = (account: string): string | undefined => (held?.account === account ? held.key : undefined);

/** The key of somebody, once they are signed in. */
export function keyOf(account: string): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const key = keyNow(account);
      if (key === undefined) return void asking.add(look);
      asking.delete(look);
      resolve(key);
    };
    look();
  });
}

export const keptNames = (start = keptPrefix): string[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .sort();

/** The next user of this browser finds nothing. It is here and not beside what seals: the first page needs no cipher. */
export function forgetKeptChanges(): void {
  dropKey();
  for (const name of keptNames()) localStorage.removeItem(name);
}
