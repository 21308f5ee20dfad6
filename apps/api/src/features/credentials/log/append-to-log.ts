import { randomBytes } from 'node:crypto';
import {
  digestOf,
  entryOf,
  fromBase64,
  grown,
  type Hash,
  type JsonObject,
  type LogFact,
  toBase64,
} from '@libretto/credentials';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { LogEntry } from './log-entry.entity';
import { LogHead, theHead } from './log-head.entity';
import { LogOpening } from './log-opening.entity';

/** A credential and what has just become of it. */
export interface Logged {
  readonly kind: LogFact['kind'];
  readonly credential: { readonly id: string; readonly signed: JsonObject };
  readonly at: Date;
}

/**
 * Adds entries to the log in the transaction of what they tell of: none is missing and none is there without it. Others who add
 * wait from here to the commit, so it comes last of what takes locks.
 */
export async function appendToLog(tx: Tx, logged: readonly Logged[]): Promise<void> {
  await tx.insertMissing(LogHead, [{ id: theHead, size: 0, peaks: [] }]);
  const head = await tx.lock(LogHead, theHead);
  let peaks: readonly Hash[] = head.peaks.map(hashFrom);
  const entries: LogEntry[] = [];
  const openings: LogOpening[] = [];
  for (const { kind, credential, at } of logged) {
    const number = head.size + entries.length;
    const salt = randomBytes(32).toString('base64url');
    const entry = entryOf({ kind, credential: digestOf(credential.signed), at: at.toISOString(), salt });
    const next = grown(number, peaks, entry);
    peaks = next.peaks;
    entries.push({ id: newId(), number, entry: toBase64(entry), completed: next.completed.map(toBase64) });
    openings.push({ id: newId(), credentialId: credential.id, kind, at, salt, number });
  }
  await tx.insert(LogEntry, entries);
  await tx.insert(LogOpening, openings);
  await tx.save(Object.assign(head, { size: head.size + entries.length, peaks: peaks.map(toBase64) }));
}

export function hashFrom(text: string): Hash {
  const hash = fromBase64(text);
  if (!hash) throw new Error(`"${text}" in the log is no hash.`);
  return hash;
}
