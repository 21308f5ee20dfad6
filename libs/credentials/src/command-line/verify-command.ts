import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sayIn, type Sentences } from '@libretto/language';
import { didDocumentUrl } from '../issuer';
import { isObject } from '../json';
import { fetchLoader, jsonFrom, offline, type Loader } from '../loader';
import type { Verification } from '../verification';
import { verify } from '../verify';
import { sayCheck, sayContents, sayVerdict, textIn, type Tongue } from '../words';

export interface Surroundings {
  readonly languages: ReadonlyMap<string, Sentences>;
  /** What the system says of its user's language: `it_IT.UTF-8`. */
  readonly locale: string;
  readonly now: Date;
  /** Is the output read by a person at a terminal, who sees colours? */
  readonly colours: boolean;
  readonly write: (text: string) => void;
}

export const exitCodes = { valid: 0, notValid: 1, unreadable: 2 } as const;

/** The command line: prints the verdict, every check and the contents in plain words, and answers with the exit code. */
export async function verifyCommand(words: readonly string[], around: Surroundings): Promise<number> {
  const wanted = parsed(words);
  const tongue = tongueOf(wanted?.language, around);
  if (!wanted) {
    around.write(`${tongue.say('verification.command.usage')}\n`);
    return exitCodes.unreadable;
  }

  const network = wanted.offline ? offline : fetchLoader;
  const loader = wanted.issuer ? await withIssuer(wanted.issuer, network) : network;
  if (!loader) {
    around.write(`${tongue.say('verification.command.no-issuer', { file: wanted.issuer })}\n`);
    return exitCodes.unreadable;
  }
  const input = await inputFrom(wanted.what);
  if (input === undefined) {
    around.write(`${tongue.say('verification.command.no-file', { file: wanted.what })}\n`);
    return exitCodes.unreadable;
  }

  const verification = await verify(input, { loader, now: around.now });
  around.write(report(verification, tongue, around.colours));
  return exitCodeOf(verification, wanted.offline);
}

function parsed(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { language: { type: 'string' }, offline: { type: 'boolean', default: false }, issuer: { type: 'string' } },
    });
    const [what, another] = positionals;
    return what && !another ? { what, ...values } : undefined;
  } catch {
    return undefined;
  }
}

function tongueOf(asked: string | undefined, { languages, locale }: Surroundings): Tongue {
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

/** An issuer's DID document that is at hand already, as a file: with it a signature can be checked without a network. */
async function withIssuer(file: string, network: Loader): Promise<Loader | undefined> {
  try {
    const data = new Uint8Array(await readFile(file));
    const document = jsonFrom(data);
    const address = isObject(document) ? didDocumentUrl(String(document['id']))?.href : undefined;
    return address ? async (url) => (url === address ? data : network(url)) : undefined;
  } catch {
    return undefined;
  }
}

/** Who asked to work offline has accepted that the status is not asked. */
function exitCodeOf({ verdict }: Verification, isOffline: boolean): number {
  if (verdict === 'unreadable') return exitCodes.unreadable;
  return verdict === 'valid' || (verdict === 'genuine' && isOffline) ? exitCodes.valid : exitCodes.notValid;
}

const marks = { passed: '✓', failed: '✗', 'not-checked': '–' } as const;
const colourOf = { passed: 32, failed: 31, 'not-checked': 33 } as const;

function report({ verdict, checks, contents }: Verification, tongue: Tongue, colours: boolean): string {
  const { word, meaning } = sayVerdict(verdict, tongue);
  const colour = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = [colour(1, word), meaning, ''];
  for (const check of checks) {
    const { title, outcome, sentence } = sayCheck(check, tongue);
    lines.push(`${colour(colourOf[check.outcome], marks[check.outcome])} ${title} (${outcome}): ${inert(sentence)}`);
  }
  if (contents) {
    const trusted = verdict === 'valid' || verdict === 'genuine';
    lines.push('', tongue.say(trusted ? 'verification.contents.title' : 'verification.contents.not-trusted'));
    const rows = sayContents(contents, tongue).map(({ label, values }) => `${label}: ${values.join(' · ')}`);
    for (const line of [textIn(tongue.language, contents.title), ...rows]) if (line) lines.push(`  ${inert(line)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A name may hold the characters that move a terminal's cursor, hide text or turn its direction. */
const inert = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
