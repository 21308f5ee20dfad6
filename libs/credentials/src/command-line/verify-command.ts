import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type TrustedIssuer, trustedIssuersIn } from '@libretto/domain';
import { sayIn, type Sentences, type KeyBelow } from '@libretto/language';
import { didDocumentUrl } from '../keys/issuer';
import { isObject, jsonFrom } from '../platform/json';
import { offline, type Loader } from '../platform/loader';
import type { PdfReader } from '../reading/pdf-attachments';
import type { Verification } from '../findings/verification';
import { verify } from '../verification/verify';
import type { Tongue } from '../words';
import { nodeLoader } from './node-loader';
import { report } from './report';

export interface Surroundings {
  readonly languages: ReadonlyMap<string, Sentences>;
  /** The system's setting for its user's language: `it_IT.UTF-8`. */
  readonly locale: string;
  /** The list of trusted issuers if none is named: the installation's. */
  readonly trustedFile?: string | undefined;
  readonly pdfReader: PdfReader;
  readonly now: Date;
  /** Whether a person reads the output at a terminal with colours. */
  readonly colours: boolean;
  readonly write: (text: string) => void;
}

export const exitCodes = { valid: 0, notValid: 1, unreadable: 2 } as const;

/** The command line: prints the verdict, the contents and every check in plain words, and answers with the exit code. */
export async function verifyCommand(words: readonly string[], around: Surroundings): Promise<number> {
  const wanted = parsed(words);
  const tongue = tongueOf(wanted?.language, around);
  const stop = (key: KeyBelow<'verification.command'>, values?: Record<string, unknown>) => {
    around.write(`${tongue.say(`verification.command.${key}`, values)}\n`);
    return exitCodes.unreadable;
  };
  if (!wanted) return stop('usage');

  const network = wanted.offline ? offline : nodeLoader({ allowPrivate: wanted['allow-private'] });
  const loader = wanted.issuer ? await withIssuer(wanted.issuer, network) : network;
  if (!loader) return stop('no-issuer', { file: wanted.issuer });
  const trustedFile = wanted.trusted ?? around.trustedFile;
  const trusted = trustedFile ? await trustedIn(trustedFile) : [];
  if (!trusted) return stop('no-trusted', { file: trustedFile, example: '{"did":"did:web:…","name":"…"}' });
  const proofFile = wanted['log-proof'];
  const logProof = proofFile === undefined ? undefined : await textIn(proofFile);
  if (proofFile !== undefined && !logProof) return stop('no-log-proof', { file: proofFile });
  const input = await inputFrom(wanted.what);
  if (input === undefined) return stop('no-file', { file: wanted.what });

  const { now, pdfReader } = around;
  const verification = await verify(input, { loader, trusted, now, pdfReader, logProof });
  around.write(report(verification, tongue, around.colours));
  return exitCodeOf(verification, { isOffline: wanted.offline, hasList: Boolean(trustedFile) });
}

function parsed(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        offline: { type: 'boolean', default: false },
        issuer: { type: 'string' },
        trusted: { type: 'string' },
        'log-proof': { type: 'string' },
        'allow-private': { type: 'boolean', default: false },
      },
    });
    const [what, another] = positionals;
    return what && !another ? { what, ...values } : undefined;
  } catch {
    return undefined;
  }
}

export function tongueOf(
  asked: string | undefined,
  { languages, locale }: Pick<Surroundings, 'languages' | 'locale'>,
): Tongue {
  const language = [asked, locale.slice(0, 2).toLowerCase(), 'en'].find((code) => code && languages.has(code)) ?? 'en';
  return { language, say: sayIn(language, languages.get(language) ?? {}) };
}

async function inputFrom(what: string): Promise<string | Uint8Array<ArrayBuffer> | undefined> {
  if (/^https?:\/\//i.test(what)) return what;
  try {
    return new Uint8Array(await readFile(what));
  } catch {
    return undefined;
  }
}

const textIn = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** An issuer's DID document as a local file: with it a signature can be checked without a network. */
async function withIssuer(file: string, network: Loader): Promise<Loader | undefined> {
  try {
    const data = new Uint8Array(await readFile(file));
    const document = jsonFrom(data);
    const address = isObject(document) ? didDocumentUrl(String(document['id']))?.href : undefined;
    return address ? async (url, mostBytes) => (url === address ? data : network(url, mostBytes)) : undefined;
  } catch {
    return undefined;
  }
}

async function trustedIn(file: string): Promise<readonly TrustedIssuer[] | undefined> {
  try {
    return trustedIssuersIn(jsonFrom(await readFile(file)));
  } catch {
    return undefined;
  }
}

/** Working offline accepts that the status is not checked; without a list, the user judges the issuer. */
function exitCodeOf(
  { verdict, checks }: Verification,
  { isOffline, hasList }: { isOffline: boolean; hasList: boolean },
): number {
  if (verdict === 'unreadable' || verdict === 'too-large') return exitCodes.unreadable;
  const isListed = checks.some(({ name, outcome }) => name === 'trust' && outcome === 'passed');
  const isGood =
    verdict === 'valid' ||
    (['unlisted', 'hosted'].includes(verdict) && !hasList) ||
    (verdict === 'unconfirmed' && isOffline && (isListed || !hasList));
  return isGood ? exitCodes.valid : exitCodes.notValid;
}
