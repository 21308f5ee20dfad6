import { partClaims } from '../award/claim-names';
import { learningClaims, learningCredential } from '../award/learning-claims';
import type { AwardRecord } from '../award/award-record';
import type { Jwk } from '../keys/public-key';
import { sha256, toBase64Url, utf8 } from '../platform/encoding';
import type { Json, JsonObject } from '../platform/json';
import { signCompact } from '../signing/compact';
import type { Signer } from '../signing/proof';

/** What a rendering of an award for a wallet has beside the award. */
export interface WalletIssue {
  /** The issuer's web address, where its metadata is. */
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly status: { readonly list: string; readonly index: number };
  /** The public key in the holder's wallet to which it belongs. */
  readonly holderKey: Jwk;
}

/**
 * Renders an award as a European learning credential that its holder shows in parts (SD-JWT VC), bound to a key. Each has
 * as many digests as there could be parts, in no order that tells anything: nobody sees whether there is a grade.
 */
export async function signLearningCredential(
  record: AwardRecord,
  { issuer, issuedAt, status, holderKey }: WalletIssue,
  signer: Signer,
): Promise<string> {
  const { open, parts } = learningClaims(record);
  const disclosures = Object.entries(parts).map(([name, value]) => disclosureOf(name, value));
  const decoys = Array.from({ length: partClaims.length - disclosures.length }, salt);
  const digests = await Promise.all(
    [...disclosures, ...decoys].map(async (text) => toBase64Url(await sha256(utf8(text)))),
  );
  const payload: JsonObject = {
    iss: issuer,
    iat: secondsOf(issuedAt),
    nbf: secondsOf(new Date(record.awardedAt)),
    vct: learningCredential,
    cnf: { jwk: holderKey },
    status: { status_list: { uri: status.list, idx: status.index } },
    ...open,
    _sd_alg: 'sha-256',
    _sd: digests.sort(),
  };
  return `${[await signCompact(payload, 'dc+sd-jwt', signer), ...disclosures].join('~')}~`;
}

const disclosureOf = (name: string, value: Json | undefined): string =>
  toBase64Url(utf8(JSON.stringify([salt(), name, value])));

const salt = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000);
