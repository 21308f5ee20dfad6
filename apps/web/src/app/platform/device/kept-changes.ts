import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, hexToBytes, bytesToHex, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';
import { keptNames, keptPrefix, keyNow, keyOf } from './kept-key';

/** Screen values that had not reached the server, with the server's values at the time of typing. */
export interface KeptChange {
  readonly base: unknown;
  readonly screen: unknown;
}

const nameOf = (...parts: string[]) => keptPrefix + parts.map(encodeURIComponent).join('/');

/** What was typed before the server has told the key: only this window has it. */
const unsealed = new Map<string, KeptChange>();

/**
 * Keeps a change in this browser, for this account and this window, sealed: only the same person can read it, also where
 * their session ended without a sign-out. `null` forgets it.
 */
export function keepChange(
  [account, draft, writer]: readonly [account: string, draft: string, writer: string],
  change: KeptChange | null,
): void {
  const name = nameOf(account, draft, writer);
  const key = keyNow(account);
  unsealed.delete(name);
  if (!change) remove(name);
  else if (key !== undefined) write(name, change, key);
  else {
    unsealed.set(name, change);
    void keyOf(account).then((told) => {
      if (unsealed.get(name) !== change) return;
      unsealed.delete(name);
      write(name, change, told);
    });
  }
}

/** Takes the changes that closed windows have kept of a draft, the oldest first: open windows save their own. */
export async function takeKeptChanges(account: string, draft: string): Promise<KeptChange[]> {
  const start = `${nameOf(account, draft)}/`;
  if (!keptNames(start).length) return [];
  const key = await keyOf(account);
  const open = new Set((await locks()?.query())?.held?.map(({ name }) => name));
  return keptNames(start)
    .filter((name) => !open.has(keptPrefix + decodeURIComponent(name.split('/').at(-1) ?? '')))
    .flatMap((name) => {
      const kept = read(name, key);
      localStorage.removeItem(name);
      return kept ? [kept] : [];
    });
}

/** Marks this writer as alive until the promise is done, or its window is gone. */
export function writeUntil(writer: string, done: Promise<void>): void {
  void locks()?.request(keptPrefix + writer, () => done);
}

/** Only pages that came over a secure connection have locks. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/** The name of the place is sealed in, so that nothing is read in the place of something else. */
const sealBy = (key: string, name: string) => managedNonce(xchacha20poly1305)(hexToBytes(key), utf8ToBytes(name));

function write(name: string, change: KeptChange, key: string): void {
  try {
    localStorage.setItem(name, bytesToHex(sealBy(key, name).encrypt(utf8ToBytes(JSON.stringify(change)))));
  } catch {
    // A browser without storage or room: the change still goes to the server.
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

function read(name: string, key: string): KeptChange | undefined {
  try {
    const sealed = hexToBytes(localStorage.getItem(name) ?? '');
    return JSON.parse(bytesToUtf8(sealBy(key, name).decrypt(sealed))) as KeptChange;
  } catch {
    return undefined;
  }
}
