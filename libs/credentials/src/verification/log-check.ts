import { addressOf } from '../platform/address';
import { isText } from '../award/award-record';
import { failed, notChecked, passed, type Check } from '../findings/verification';
import { didDocumentUrl, issuerKeys, protocolOf } from '../keys/issuer';
import { noteIn, signatureOf } from '../log/checkpoint';
import { digestOf, entryOf } from '../log/log-entry';
import { type LogProof, readLogProof } from '../log/log-proof';
import { watchLog } from '../log/monitor';
import { entryHash, isIncluded } from '../log/tree';
import { issuerOf } from '../origin/format';
import type { Around } from '../origin/origin';
import type { JsonObject } from '../platform/json';
import { NotFound, type Loader } from '../platform/loader';

/** A proof has a line for each level of its tree. */
const mostProofBytes = 20_000;

/**
 * Whether the issuer's public log has the document that was handed in, which was read as this credential. The answer never
 * makes a credential less than its signature does: a proof lies beside it, and anybody can hand in a wrong one.
 */
export async function logCheck(
  document: JsonObject,
  credential: JsonObject,
  { loader, now, logProof }: Around & { readonly logProof?: string | undefined },
): Promise<Check> {
  const did = issuerOf(credential);
  const home = isText(did) ? didDocumentUrl(did)?.host : undefined;
  if (!isText(did) || home === undefined) return notChecked('log', 'no-proof');
  const written = logProof ?? (await offeredProof(credential, home, loader));
  if (written === undefined) return notChecked('log', 'no-proof');
  if (written === 'unreachable') return notChecked('log', 'unreachable', { domain: home });
  const proof = readLogProof(written);
  if (!proof) return failed('log', 'unreadable');
  if (proof.fact.credential !== digestOf(document)) return notChecked('log', 'other-credential');
  const check = await checkOfProof(proof, home, did, { loader, now });
  // What the issuer's host offers is what it publishes. Whoever stole its key could sign a tree that only they show.
  return logProof === undefined || check.outcome !== 'passed' ? check : comparedToLog(check, proof, { loader, now });
}

async function checkOfProof(proof: LogProof, home: string, did: string, around: Around): Promise<Check> {
  const note = noteIn(proof.checkpoint);
  if (note?.checkpoint.origin.split('/')[0] !== home) return failed('log', 'other-log', { domain: home });
  const signature = await signatureOf(note, await issuerKeys(did, around));
  if (signature === 'unknown-key') return notChecked('log', 'unknown-key', { domain: home });
  if (signature === 'altered') return failed('log', 'altered');
  const { size, root } = note.checkpoint;
  if (!isIncluded(entryHash(entryOf(proof.fact)), { index: proof.index, size, proof: proof.hashes }, root))
    return failed('log', 'not-in-it');
  if (proof.fact.kind !== 'issued') return notChecked('log', 'other-fact');
  return passed('log', 'listed', { domain: home, entry: proof.index + 1, size, since: proof.fact.at });
}

/** The same check, once the issuer's log was asked whether it begins with the tree of the proof. */
async function comparedToLog(check: Check, { checkpoint }: LogProof, around: Around): Promise<Check> {
  const { origin } = noteIn(checkpoint)!.checkpoint;
  const domain = origin.split('/')[0]!;
  const { found } = await watchLog(`${protocolOf(domain)}://${origin}`, { ...around, kept: checkpoint });
  if (found === 'unchanged' || found === 'grown') return check;
  if (found === 'forked' || found === 'shrunk' || found === 'no-log') return failed('log', 'not-published', { domain });
  return { ...check, code: 'listed-by-proof' };
}

/** `<id>/log-proof` at the issuer's own host. Other places are asked nothing. */
async function offeredProof({ id }: JsonObject, home: string, loader: Loader): Promise<string | undefined> {
  if (!isText(id) || addressOf(id)?.host !== home) return undefined;
  try {
    return new TextDecoder().decode(await loader(`${id}/log-proof`, mostProofBytes));
  } catch (error) {
    return error instanceof NotFound ? undefined : 'unreachable';
  }
}
