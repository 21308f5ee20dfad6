import { utf8 } from '../platform/encoding';
import { canonicalJson, jsonFrom, type JsonObject } from '../platform/json';
import { fromBase64, toBase64 } from './base64';
import { isCount, noteIn } from './checkpoint';
import { isLogFact, type LogFact } from './log-entry';
import type { Hash } from './tree';

/** That a fact stands in a log, to be checked without asking it (C2SP `tlog-proof`). */
export interface LogProof {
  readonly fact: LogFact;
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The signed note of a checkpoint. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
/** A tree with so many levels has more entries than can be counted. */
const mostHashes = 64;

/** The text of a proof. What opens the entry goes into its `extra` line. */
export const writeLogProof = ({ fact, index, hashes, checkpoint }: LogProof): string =>
  [
    firstLine,
    `extra ${toBase64(utf8(canonicalJson(fact as unknown as JsonObject)))}`,
    `index ${index}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads a proof of ours; nothing if the text is none. Nothing in it is believed yet. */
export function readLogProof(text: string): LogProof | undefined {
  const end = text.indexOf('\n\n');
  const [first, extra = '', index = '', ...written] = text.slice(0, end).split('\n');
  const checkpoint = text.slice(end + 2);
  const number = /^index (.+)$/.exec(index)?.[1] ?? '';
  const fact = factIn(/^extra (.+)$/.exec(extra)?.[1] ?? '');
  if (end < 0 || first !== firstLine || !isCount(number) || !fact || written.length > mostHashes) return undefined;
  const hashes = written.map(fromBase64).filter((hash) => hash?.length === 32) as Hash[];
  if (hashes.length < written.length || !noteIn(checkpoint)) return undefined;
  return { fact, index: Number(number), hashes, checkpoint };
}

function factIn(written: string): LogFact | undefined {
  try {
    const fact = jsonFrom(fromBase64(written) ?? new Uint8Array());
    return isLogFact(fact) ? fact : undefined;
  } catch {
    return undefined;
  }
}
