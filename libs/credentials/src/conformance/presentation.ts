import { at, isText } from '../award/award-record';
import { canonicalDocument } from '../linked-data/canonical';
import { dataModel2 } from '../linked-data/contexts';
import { areContexts, faultyPartOfPresentation } from '../origin/data-model';
import { instant } from '../platform/instant';
import { issuerKey } from '../keys/issuer';
import { isObject, listOf, type JsonObject } from '../platform/json';
import type { Loader } from '../platform/loader';
import { isContextOf, signatureFits, suiteOf } from '../keys/suites';

/** What the one who asked for a presentation wants to find in its proof. */
export interface Asked {
  readonly challenge?: unknown;
  readonly domain?: unknown;
}

/**
 * The reason why a presentation is not its holder's, or nothing. A presentation without a proof is nobody's and may
 * hold credentials all the same, unless a challenge was set.
 */
export async function presentationFault(
  { proof: proofs, ...document }: JsonObject,
  asked: Asked,
  around: { loader: Loader; now: Date },
): Promise<string | undefined> {
  if (!areContexts(document['@context'], dataModel2)) return '@context';
  const part = faultyPartOfPresentation(document);
  if (part !== undefined) return part;
  const [proof, another] = listOf(proofs);
  if (proof === undefined) return asked.challenge === undefined ? undefined : 'no-proof';
  if (another !== undefined || !isObject(proof)) return 'proof';
  return proofFault(proof, document, asked, around);
}

async function proofFault(
  proof: JsonObject,
  document: JsonObject,
  asked: Asked,
  around: { loader: Loader; now: Date },
): Promise<string | undefined> {
  const { proofValue, ...options } = proof;
  const suite = suiteOf(proof);
  const { verificationMethod: method, created, expires } = options;
  if (!suite || !isText(method) || options['proofPurpose'] !== 'authentication') return 'proof';
  if ([created, expires].some((date) => date !== undefined && Number.isNaN(instant(date)))) return 'proof';
  if (expires !== undefined && instant(expires) <= around.now.getTime()) return 'expired';
  if ((['challenge', 'domain'] as const).some((name) => asked[name] !== undefined && asked[name] !== options[name]))
    return 'challenge';
  const holder = at(document['holder'], 'id') ?? document['holder'];
  const did = method.replace(/#.*$/, '');
  if (holder !== undefined && holder !== did) return 'holder';
  const key = await issuerKey(did, method, around);
  if (!key.found) return key.code;
  const context = document['@context'] ?? null;
  const canonical = await canonicalDocument(document);
  const canonicalOptions = await canonicalDocument({ ...options, '@context': context });
  const isSigned = await signatureFits(
    proofValue,
    suite,
    { document, options, canonical, canonicalOptions },
    key.publicKey,
  );
  return isSigned && isContextOf(options, context) ? undefined : 'altered';
}
