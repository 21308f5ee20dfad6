import type { TrustedIssuer } from '@libretto/domain';
import { checksOfDisclosing } from './disclosing-checks';
import { checksOfHosted } from './hosted-checks';
import { checksOfSealed } from './sealed-checks';
import { datesCheck } from './dates';
import { contentsCheck, contentsOf, holderCheck } from './contents';
import { listOf, type JsonObject } from '../platform/json';
import { offline, type Loader } from '../platform/loader';
import { type Around, isShownInParts, originOf } from '../origin/origin';
import { originOfToken } from '../origin/origin-of-token';
import { inThisProcess, type PdfReader } from '../reading/pdf-attachments';
import { readInput, type Input } from '../reading/read-input';
import { isReceipt, receiptOf } from '../receipt/receipt';
import { checksOfReceipt } from './receipt-checks';
import { logCheck } from './log-check';
import { resourcesCheck } from './resources';
import { statusCheck } from '../status/status';
import { trustCheck } from './trust';
import { verdictOf } from '../findings/verdict';
import {
  failed,
  notChecked,
  passed,
  signatureFirst,
  type Check,
  type Contents,
  type Verification,
} from '../findings/verification';

export interface VerifyOptions {
  /** Fetches addresses; without it nothing is fetched. */
  readonly loader?: Loader;
  readonly now: Date;
  /** The issuers known here; all others are reported as not listed. */
  readonly trusted?: readonly TrustedIssuer[];
  /** Reads the files in a PDF. */
  readonly pdfReader?: PdfReader;
  /** The text of a proof that the credential stands in its issuer's log; without it, the issuer is asked for one. */
  readonly logProof?: string | undefined;
}

/** Verifies a credential and explains the result, as data. It answers for any input. */
export async function verify(
  input: Input,
  { loader = offline, now, trusted = [], pdfReader = inThisProcess, logProof }: VerifyOptions,
): Promise<Verification> {
  const read = await readInput(input, loader, pdfReader);
  if (!read.readable) return explained([failed('format', read.code)]);
  const { source, signed } = read;
  if (signed.token && isReceipt(signed.token)) {
    const checks = await checksOfReceipt(signed.token, { loader, now, trusted });
    const receipt = receiptOf(signed.token);
    return { ...explained(checks), source, ...(receipt && { receipt }) };
  }
  if (signed.disclosing) {
    const { checks, contents } = await checksOfDisclosing(signed.disclosing, { loader, now, trusted });
    return { ...explained(checks), source, ...(contents && { contents }) };
  }
  if (signed.sealed || signed.hosted) {
    const around = { loader, now, trusted };
    const { checks, contents } = await (signed.sealed
      ? checksOfSealed(signed.sealed, around)
      : checksOfHosted(signed.hosted, around));
    return { ...explained(checks), source, ...(contents && { contents }) };
  }
  const origin = signed.token
    ? await originOfToken(signed.token, { loader, now, trusted })
    : await originOf(signed.document, { loader, now });
  const { credential } = origin;
  if (!credential) return { ...explained(origin.checks), source };

  const contents = contentsOf(credential);
  const isPart = signed.document !== undefined && listOf(signed.document['proof']).every(isShownInParts);
  // Nothing that an unsigned part names is fetched, and none of its contents are judged.
  const checks = origin.issuer
    ? [
        trustCheck(origin.issuer, trusted),
        ...(await checksOfSigned(credential, contents, { loader, now, isPart })),
        ...(signed.document ? [await logCheck(signed.document, credential, { loader, now, logProof })] : []),
      ]
    : signatureFirst('trust', 'dates', 'status', 'holder', 'contents');
  return { ...explained([...origin.checks, ...checks]), source, contents };
}

const explained = (checks: readonly Check[]): Verification => ({ verdict: verdictOf(checks), checks });

async function checksOfSigned(
  credential: JsonObject,
  contents: Contents,
  { isPart, ...around }: Around & { readonly isPart: boolean },
): Promise<Check[]> {
  const resources = await resourcesCheck(credential, around.loader);
  const lacks = (part: string) => isPart && credential[part] === undefined;
  const dates = datesCheck(credential, around.now);
  return [
    ...(isPart ? [passed('disclosures', 'part')] : []),
    // What is not there may have been left out by its holder.
    lacks('validUntil') && dates.outcome === 'passed' ? notChecked('dates', 'left-out') : dates,
    lacks('credentialStatus') ? notChecked('status', 'left-out') : await statusCheck(credential, around),
    ...(resources ? [resources] : []),
    listOf(credential['credentialSubject']).length > 1 ? notChecked('holder', 'several') : holderCheck(contents),
    contentsCheck(credential, contents),
  ];
}
