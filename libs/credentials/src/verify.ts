import { isText } from './award-record';
import { contentsCheck, contentsOf, holderCheck } from './contents';
import { formatCheck } from './format';
import type { JsonObject } from './json';
import { offline, type Loader } from './loader';
import { origin } from './origin';
import { readInput, type Input } from './read-input';
import { statusCheck } from './status';
import { failed, notChecked, passed, type Check, type Contents, type Verdict, type Verification } from './verification';

export interface VerifyOptions {
  /** How addresses are fetched; without one nothing is. */
  readonly loader?: Loader;
  readonly now: Date;
}

/** Verifies a credential and explains what was found, as data. Whatever is handed in, it answers. */
export async function verify(input: Input, { loader = offline, now }: VerifyOptions): Promise<Verification> {
  const read = await readInput(input, loader);
  if (!read.readable) return { verdict: 'unreadable', checks: [failed('format', read.code)] };
  const { credential } = read;
  const contents = contentsOf(credential);
  const format = await formatCheck(credential, loader);
  if (format.outcome === 'failed') return { verdict: 'unreadable', checks: [format], contents };

  const [issuer, signature] = await origin(credential, loader);
  const checks = [format, issuer, signature, ...(await checksOfSigned(credential, contents, signature, { loader, now }))];
  return { verdict: verdictOf(checks), checks, contents };
}

/** The checks of what it says: they would mean nothing about a credential that the issuer did not sign like this. */
async function checksOfSigned(
  credential: JsonObject,
  contents: Contents,
  signature: Check,
  { loader, now }: Required<VerifyOptions>,
): Promise<Check[]> {
  if (signature.outcome !== 'passed') {
    return (['dates', 'status', 'holder', 'contents'] as const).map((name) => notChecked(name, 'signature-first'));
  }
  return [
    datesCheck(credential, now),
    await statusCheck(credential, { loader, now }),
    holderCheck(contents),
    contentsCheck(credential, contents),
  ];
}

/** Five minutes of grace: clocks differ. */
const graceMs = 300_000;

function datesCheck(credential: JsonObject, now: Date): Check {
  const from = credential['validFrom'];
  const until = credential['validUntil'];
  const [fromMs, untilMs] = [from, until].map((value) => (value === undefined ? undefined : instant(value)));
  if (Number.isNaN(fromMs) || Number.isNaN(untilMs)) return failed('dates', 'not-dates');
  const data = { ...(isText(from) && { from }), ...(isText(until) && { until }) };
  if (fromMs !== undefined && now.getTime() + graceMs < fromMs) return failed('dates', 'not-yet', data);
  if (untilMs !== undefined && now.getTime() - graceMs > untilMs) return failed('dates', 'expired', data);
  return passed('dates', until === undefined ? 'without-end' : 'current', data);
}

const instant = (value: unknown): number =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;

/** The worst that the checks found, in one word. */
function verdictOf(checks: readonly Check[]): Verdict {
  const of = (name: Check['name']): Check => checks.find((check) => check.name === name)!;
  const [issuer, signature, dates, status, contents] = [of('issuer'), of('signature'), of('dates'), of('status'), of('contents')];
  if (signature.outcome === 'failed') return 'altered';
  if (issuer.outcome === 'failed') return 'unknown-issuer';
  if (signature.outcome === 'not-checked') return 'undecided';
  if (status.code === 'revoked') return 'revoked';
  if (status.code === 'superseded') return 'superseded';
  if (dates.code === 'not-yet') return 'not-yet-valid';
  if (dates.code === 'expired') return 'expired';
  if (dates.outcome === 'failed' || contents.outcome === 'failed') return 'inconsistent';
  return status.outcome === 'passed' ? 'valid' : 'genuine';
}
