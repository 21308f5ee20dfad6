import { at, isText } from './award-record';
import { TooIntricate } from './canonical';
import { formatCheck, issuerOf, vocabularyCheck, withDatesOfVersion2 } from './format';
import { instant } from './instant';
import { issuerKey, type IssuerKey } from './issuer';
import { canonicalJson, isObject, listOf, type Json, type JsonObject } from './json';
import { isTooLarge } from './limits';
import type { Loader } from './loader';
import { signedForm } from './signed-form';
import { signatureFits, suiteOf, type Suite } from './suites';
import { failed, notChecked, passed, type Check } from './verification';

export interface Origin {
  readonly checks: readonly Check[];
  /** The credential in its signed form, with the dates of version 2.0 of the data model; absent if it has none. */
  readonly credential?: JsonObject;
  /** The signer of exactly this form; absent if that is not proven. */
  readonly issuer?: { readonly did: string; readonly domain?: string; readonly name: string };
}

export interface Around {
  readonly loader: Loader;
  readonly now: Date;
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

async function originOfReadable(handedIn: JsonObject, around: Around): Promise<Origin> {
  const { proof: proofs, ...document } = handedIn;
  const { proof, suite, fault } = onlyProof(listOf(proofs));
  const vocabulary = vocabularyCheck(
    proof && suite.signs === 'text' ? { ...document, proof: withoutContext(proof) } : handedIn,
  );
  const form = vocabulary.outcome === 'passed' ? await signedForm(document) : undefined;
  const format = form ? formatCheck(form.document) : vocabulary;
  if (fault) {
    const credential = format.outcome === 'passed' && form ? withDatesOfVersion2(form.document) : undefined;
    return { checks: [format, notChecked('issuer', 'no-proof'), fault], ...(credential && { credential }) };
  }
  if (format.outcome !== 'passed') return { checks: [format] };

  const { proofValue, ...options } = proof;
  const context = document['@context'] ?? null;
  const signedOptions = await signedForm({ ...options, '@context': context });
  if (!form || !signedOptions || !isContextOf(options, context)) return { checks: [failed('format', 'other-form')] };
  const credential = withDatesOfVersion2(form.document);
  const did = String(issuerOf(credential));
  const method = String(options['verificationMethod']);
  if (!method.startsWith(`${did}#`)) {
    return {
      credential,
      checks: [
        format,
        failed('issuer', 'key-of-another', { issuer: did, key: method }),
        notChecked('signature', 'no-key'),
      ],
    };
  }

  const key = await issuerKey(did, method, around);
  if (!key.found) return { credential, checks: [format, withoutKey(key, did), notChecked('signature', 'no-key')] };
  if (!(await signatureFits(proofValue, suite, { document, options, form, signedOptions }, key.publicKey))) {
    // The existence of the issuer proves nothing about a credential that it did not sign.
    return {
      credential,
      checks: [
        format,
        notChecked('issuer', 'not-proven', { address: key.domain ?? did }),
        failed('signature', 'altered'),
      ],
    };
  }
  return signedBy(key, credential, signedOptions.document, around, format);
}

/** The one signature of the supported kind, or the fault instead. */
function onlyProof([proof, another]: readonly unknown[]):
  { proof: JsonObject; suite: Suite; fault?: undefined } | { proof?: undefined; suite?: undefined; fault: Check } {
  if (proof === undefined) return { fault: failed('signature', 'no-proof') };
  if (another !== undefined) return { fault: notChecked('signature', 'several-proofs') };
  const suite = suiteOf(proof);
  const isKnown =
    isObject(proof) &&
    proof['proofPurpose'] === 'assertionMethod' &&
    proof['previousProof'] === undefined &&
    isText(proof['verificationMethod']);
  if (isKnown && suite) return { proof, suite };
  const kind = at(proof, 'cryptosuite') ?? at(proof, 'type');
  return { fault: notChecked('signature', 'other-suite', { kind: isText(kind) ? kind : '–' }) };
}

const withoutContext = ({ '@context': _, ...rest }: JsonObject): JsonObject => rest;

/** A suite that signs the text lets the proof repeat the document's context. A part of it would leave the rest unsigned. */
const isContextOf = ({ '@context': repeated }: JsonObject, context: Json): boolean =>
  repeated === undefined || canonicalJson(repeated) === canonicalJson(context);

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
  const known =
    key.domain === undefined
      ? passed('issuer', 'own-key', { issuer: did })
      : passed('issuer', 'known', { issuer: did, domain: key.domain });
  const issuer = { did, ...(key.domain !== undefined && { domain: key.domain }), name: isText(called) ? called : did };
  return { checks: [...before, known, signature], ...(signature.outcome === 'passed' && { issuer }) };
}

/** An issuer whose keys could not be fetched is not one that denies the credential. */
export function withoutKey({ code, domain }: IssuerKey & { found: false }, did: string): Check {
  const found =
    code === 'unreachable' || code === 'private-address' || code === 'other-method' || code === 'other-key'
      ? notChecked
      : failed;
  return found('issuer', code, { issuer: did, domain });
}
