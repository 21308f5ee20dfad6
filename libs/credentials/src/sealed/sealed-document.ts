import { at, isText } from '../award/award-record';
import type { Flattened } from '../origin/token-signature';
import { fromBase64Url, utf8 } from '../platform/encoding';
import { hasType, isObject, jsonFrom, type JsonObject } from '../platform/json';

/** A document that travels within the seal of a body (JAdES, ETSI TS 119 182-1), read and not yet verified. */
export interface SealedDocument {
  readonly header: JsonObject;
  readonly document: JsonObject;
  readonly written: Flattened;
}

/** The European credential in one seal; nothing for anything else. Throws a SyntaxError where its parts are no JSON. */
export function sealedIn(value: JsonObject): SealedDocument | undefined {
  const signatures = value['signatures'];
  // Of several nobody can tell which one counts.
  const one =
    signatures === undefined ? value : Array.isArray(signatures) && signatures.length === 1 ? signatures[0] : {};
  const written = {
    protected: at(one, 'protected'),
    payload: value['payload'],
    signature: at(one, 'signature'),
  };
  if (!isWritten(written)) return undefined;
  const header = jsonFrom(fromBase64Url(written.protected));
  if (!isObject(header)) return undefined;
  // What was signed stands as it is, or in base64url (RFC 7797).
  const document = jsonFrom(header['b64'] === false ? utf8(written.payload) : fromBase64Url(written.payload));
  return hasType(document, typeOfEuropean) && isObject(document) ? { header, document, written } : undefined;
}

/** The type of credentials in the European Learning Model. */
const typeOfEuropean = 'EuropeanDigitalCredential';

const isWritten = (parts: Record<keyof Flattened, unknown>): parts is Flattened => Object.values(parts).every(isText);
