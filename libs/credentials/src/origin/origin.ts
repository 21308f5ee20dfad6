import type { TrustedIssuer } from '@libretto/domain';
import { at, isText } from '../award/award-record';
import { TooIntricate } from '../linked-data/canonical';
import { formatCheck, issuerOf, vocabularyCheck, withDatesOfVersion2 } from './format';
import { instant } from '../platform/instant';
import type { Certified } from '../keys/certificates';
import { issuerKey, type IssuerKey } from '../keys/issuer';
import { isObject, listOf, type JsonObject } from '../platform/json';
import { isTooLarge } from '../linked-data/limits';
import type { Loader } from '../platform/loader';
import { type SignedForm, signedForm } from '../linked-data/signed-form';
import { isBaseProof } from '../keys/derived-proof';
import { isContextOf, signatureFits, suiteOf } from '../keys/suites';
import { failed, notChecked, passed, type Check } from '../findings/verification';

export interface Origin {
  readonly checks: readonly Check[];
  /** The credential in its signed form, with the dates of version 2.0 of the data model; absent if it has none. */
  readonly credential?: JsonObject;
  /** The signer of exactly this form; absent if that is not proven. */
  readonly issuer?: ProvenIssuer;
}

/** Whether its holder could have left out parts of it, and nobody sees which. */
export const isShownInParts = (proof: unknown): boolean => suiteOf(proof)?.signs === 'parts';

export interface ProvenIssuer {
  readonly did: string;
  readonly domain?: string;
  readonly name: string;
  readonly certified?: Certified;
}

export interface Around {
  readonly loader: Loader;
  readonly now: Date;
  /** The issuers that the reader knows; absent where it makes no difference. */
  readonly trusted?: readonly TrustedIssuer[];
}

/**
 * Checks whether the issuer that it names signed exactly this. Until that is known no other address in it is fetched.
 */
export async function originOf(handedIn: JsonObject, around: Around): Promise<Origin> {
  const tooLarge = { checks: [notChecked('format', 'too-large')] };
  if (isTooLarge(handedIn)) return tooLarge;
  try {
    return await originOfReadable(handedIn, around);
  } catch (error) {
    if (error instanceof TooIntricate) return tooLarge;
    throw error;
  }
}

async function originOfReadable({ proof, ...document }: JsonObject, around: Around): Promise<Origin> {
  const proofs = listOf(proof);
  const vocabulary = vocabularyCheck(document);
  const form = vocabulary.outcome === 'passed' ? await signedForm(document) : undefined;
  const format = form ? formatCheck(form.document) : vocabulary;
  const credential = format.outcome === 'passed' && form ? withDatesOfVersion2(form.document) : undefined;
  const fault = proofs.length ? proofs.map(faultOf).find(Boolean) : failed('signature', 'no-proof');
  if (fault) return { ...(credential && { credential }), checks: [format, notChecked('issuer', 'no-proof'), fault] };
  if (format.outcome !== 'passed') return { checks: [format] };
  if (!form || !credential) return { checks: [failed('format', 'other-form')] };

  // Nobody can tell which of several signatures the issuer meant: all have to fit.
  const origins: Origin[] = [];
  for (const one of proofs)
    origins.push(await originByProof(one as JsonObject, { document, form, format, credential }, around));
  return origins.find(({ issuer }) => !issuer) ?? origins[0]!;
}

/** Why a proof is not checked here: only one by which an issuer asserts, alone and not in a chain, with a known suite, is. */
function faultOf(proof: unknown): Check | undefined {
  const isKnown =
    isObject(proof) &&
    proof['proofPurpose'] === 'assertionMethod' &&
    proof['previousProof'] === undefined &&
    isText(proof['verificationMethod']) &&
    suiteOf(proof);
  const kind = at(proof, 'cryptosuite') ?? at(proof, 'type');
  if (isKnown && isShownInParts(proof) && isBaseProof(proof['proofValue']))
    return notChecked('signature', 'base-proof');
  return isKnown ? undefined : notChecked('signature', 'other-suite', { kind: isText(kind) ? kind : '–' });
}

/** A document and what was found in it before its signatures. */
interface ReadDocument {
  readonly document: JsonObject;
  readonly form: SignedForm;
  readonly format: Check;
  readonly credential: JsonObject;
}

async function originByProof(proof: JsonObject, read: ReadDocument, around: Around): Promise<Origin> {
  const { document, form, format, credential } = read;
  const { proofValue, ...options } = proof;
  const context = document['@context'] ?? null;
  const signedOptions = await signedForm({ ...options, '@context': context });
  if (!signedOptions || !isContextOf(options, context)) return { checks: [failed('format', 'other-form')] };
  if (options['created'] !== undefined && Number.isNaN(instant(options['created'])))
    return { checks: [failed('format', 'not-allowed', { part: 'proof.created' })] };
  const found = (...checks: Check[]): Origin => ({ credential, checks: [format, ...checks] });
  const did = String(issuerOf(credential));
  const method = String(options['verificationMethod']);
  const noKey = notChecked('signature', 'no-key');
  if (!method.startsWith(`${did}#`))
    return found(failed('issuer', 'key-of-another', { issuer: did, key: method }), noKey);

  const key = await issuerKey(did, method, around);
  if (!key.found) return found(withoutKey(key, did), noKey);
  const signable = { document, options, canonical: form.canonical, canonicalOptions: signedOptions.canonical };
  if (!(await signatureFits(proofValue, suiteOf(proof), signable, key.publicKey))) {
    // The existence of the issuer proves nothing about a credential that it did not sign.
    return found(notChecked('issuer', 'not-proven', { address: key.domain ?? did }), failed('signature', 'altered'));
  }
  return signedBy(key, credential, signedOptions.document, around, format);
}

function signedBy(
  key: IssuerKey & { found: true },
  credential: JsonObject,
  options: JsonObject,
  { now }: Around,
  format: Check,
): Origin {
  const { created = '', expires } = options as { created?: string; expires?: string };
  const isOver = expires !== undefined && !(instant(expires) > now.getTime());
  const signature = isOver
    ? failed('signature', 'expired', { until: String(expires) })
    : Number.isNaN(instant(created))
      ? passed('signature', 'intact')
      : passed('signature', 'intact-since', { signedAt: created });
  return { credential, ...checkedIssuer(key, credential, [format], signature) };
}

/** What is found where the key fits: the checks, and the issuer unless the signature is over. */
export function checkedIssuer(
  key: IssuerKey & { found: true },
  credential: JsonObject,
  before: readonly Check[],
  signature: Check,
): Pick<Origin, 'checks' | 'issuer'> {
  const did = String(issuerOf(credential));
  const called = at(credential['issuer'], 'name');
  const { certified } = key;
  const known = certified
    ? passed('issuer', 'certified', { ...textsOf(certified) })
    : key.domain === undefined
      ? passed('issuer', 'own-key', { issuer: did })
      : passed('issuer', 'known', { issuer: did, domain: key.domain });
  const issuer = {
    ...{ did, name: isText(called) ? called : did },
    ...(key.domain !== undefined && { domain: key.domain }),
    ...(certified && { certified }),
  };
  return { checks: [...before, known, signature], ...(signature.outcome === 'passed' && { issuer }) };
}

const textsOf = ({ subject, authority, until }: Certified) => ({ subject, authority, until });

const notSupportedKeys = new Set<string>(['other-method', 'other-key']);

/** An issuer whose keys could not be fetched is not one that denies the credential. */
export function withoutKey({ code, domain }: IssuerKey & { found: false }, did: string): Check {
  const found =
    code === 'unreachable' || code === 'private-address' || notSupportedKeys.has(code) ? notChecked : failed;
  return found('issuer', code, { issuer: did, domain });
}
