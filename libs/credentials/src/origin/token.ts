import { at, isText } from '../award/award-record';
import { fromBase64Url } from '../platform/encoding';
import { withDatesOfVersion2 } from './format';
import { isObject, jsonFrom, listOf, type JsonObject } from '../platform/json';

/** The two parts of a signed token, read and not yet verified. */
export interface Token {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** Compact serialisation of a JSON Web Signature (RFC 7515). */
  readonly text: string;
}

const compact = /^(ey[\w-]+)\.([\w-]+)\.[\w-]*$/;

/** The token in a text; nothing if it is none. Throws a SyntaxError where its parts are no JSON. */
export function tokenIn(text: string): Token | undefined {
  const [, head, body] = compact.exec(text.trim()) ?? [];
  if (!head || !body) return undefined;
  const [header, payload] = [head, body].map((part) => jsonFrom(fromBase64Url(part)));
  return isObject(header) && isObject(payload) ? { header, payload, text: text.trim() } : undefined;
}

/** The token of an `EnvelopedVerifiableCredential`: a `data:` address of the media type `application/vc+jwt`. */
export const envelopedToken = (value: JsonObject): Token | undefined => {
  const [, text] = /^data:application\/vc\+jwt,(.+)$/s.exec(String(value['id'])) ?? [];
  return text === undefined ? undefined : tokenIn(text);
};

/** The types of tokens that carry a credential and disclose it in parts; the older one is still in use. */
export const disclosingTypes: readonly unknown[] = ['dc+sd-jwt', 'vc+sd-jwt'];

/** An instant of a token's claims; one that is no number of seconds is no instant, and not absent: nor is a text that looks like one. */
export const instantOfSeconds = (seconds: unknown): string | undefined =>
  seconds === undefined ? undefined : (day(seconds) ?? JSON.stringify(seconds));

const day = (seconds: unknown): string | undefined =>
  typeof seconds === 'number' && Math.abs(seconds) < 1e11 ? new Date(seconds * 1000).toISOString() : undefined;

/**
 * The credential that a token carries: its payload (VC-JOSE-COSE, Open Badges 3.0), or the payload's `vc` in version 1.1
 * of the data model, with the dates as version 2.0 writes them. Nothing is returned where the token's own claims say
 * something else than the credential: it could be read in two ways.
 */
export function credentialOf({ payload }: Token): JsonObject | undefined {
  const { iss, sub, jti, nbf, exp, iat: _, vc, ...rest } = payload;
  const credential = withDatesOfVersion2(isObject(vc) ? vc : rest);
  const [subject, another] = listOf(credential['credentialSubject']);
  const both: readonly (readonly [unknown, unknown])[] = [
    [iss, at(credential['issuer'], 'id') ?? credential['issuer']],
    [sub, at(subject, 'id')],
    [jti, credential['id']],
    [instantOf(instantOfSeconds(nbf)), instantOf(credential['validFrom'])],
    [instantOf(instantOfSeconds(exp)), instantOf(credential['validUntil'])],
  ];
  if (both.some(([claim, stated]) => claim !== undefined && stated !== undefined && claim !== stated)) return undefined;
  const from = credential['validFrom'] ?? instantOfSeconds(nbf);
  const until = credential['validUntil'] ?? instantOfSeconds(exp);
  return {
    ...credential,
    ...(credential['issuer'] === undefined && isText(iss) && { issuer: iss }),
    ...(credential['id'] === undefined && isText(jti) && { id: jti }),
    ...(isObject(subject) && !another && isText(sub) && { credentialSubject: { id: sub, ...subject } }),
    ...(from !== undefined && { validFrom: from }),
    ...(until !== undefined && { validUntil: until }),
  };
}

/** Claims count whole seconds. */
const instantOf = (value: unknown): number | undefined =>
  isText(value) ? Math.floor(Date.parse(value) / 1000) : undefined;
