import { derivedProofFits } from './derived-proof';
import { at } from '../award/award-record';
import { concat, fromBase58, sha384, sha256, utf8 } from '../platform/encoding';
import { canonicalJson, type Json, type JsonObject } from '../platform/json';
import { isSignedBy, type PublicKey } from './public-key';

/** What of a document a suite signs: its statements (RDFC-1.0), its text (RFC 8785), or statements that its holder may leave out. */
interface Suite {
  readonly signs: 'statements' | 'text' | 'parts';
  readonly keys: readonly PublicKey['kind'][];
}

/** The cryptosuites of Data Integrity that are checked here. */
const cryptosuites: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { signs: 'statements', keys: ['Ed25519'] },
  'eddsa-jcs-2022': { signs: 'text', keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { signs: 'statements', keys: ['P-256', 'P-384'] },
  'ecdsa-jcs-2019': { signs: 'text', keys: ['P-256', 'P-384'] },
  'ecdsa-sd-2023': { signs: 'parts', keys: ['P-256'] },
};

/** Types of proof older than Data Integrity: the Digital Credentials Consortium issues with this one. */
const olderTypes: Readonly<Record<string, Suite>> = {
  Ed25519Signature2020: { signs: 'statements', keys: ['Ed25519'] },
};

/** The suite of a proof, which is named by its type or, in Data Integrity, by a part of its own. */
export function suiteOf(proof: unknown): Suite | undefined {
  const type = at(proof, 'type');
  const [suites, name] = type === 'DataIntegrityProof' ? [cryptosuites, at(proof, 'cryptosuite')] : [olderTypes, type];
  return typeof name === 'string' && Object.hasOwn(suites, name) ? suites[name] : undefined;
}

/** A document and the proof's options, as they were handed in, and the canonical text of their statements. */
interface Signable {
  readonly document: JsonObject;
  readonly options: JsonObject;
  readonly canonical: string;
  readonly canonicalOptions: string;
}

/** A suite that signs the text lets the proof repeat the document's context. A part of it would leave the rest unsigned. */
export const isContextOf = ({ '@context': repeated }: JsonObject, context: Json): boolean =>
  repeated === undefined || canonicalJson(repeated) === canonicalJson(context);

/** Whether this key made the signature over exactly these. An unreadable signature fits nothing. */
export async function signatureFits(
  signature: unknown,
  suite: Suite | undefined,
  { document, options, canonical, canonicalOptions }: Signable,
  key: PublicKey,
): Promise<boolean> {
  if (!suite?.keys.includes(key.kind)) return false;
  const texts =
    suite.signs === 'statements' ? [canonicalOptions, canonical] : [canonicalJson(options), canonicalJson(document)];
  const hash = key.kind === 'P-384' ? sha384 : sha256;
  try {
    if (suite.signs === 'parts') return await derivedProofFits(signature, { canonical, canonicalOptions }, key);
    const data = concat(...(await Promise.all(texts.map((text) => hash(utf8(text))))));
    // These suites write a signature in base 58 and in no other base.
    return await isSignedBy(key, fromBase58(/^z(.+)/.exec(String(signature))![1]!), data);
  } catch {
    return false;
  }
}
