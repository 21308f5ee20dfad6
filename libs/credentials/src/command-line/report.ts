import { isSigned, type Check, type Verification } from '../findings/verification';
import { sayCheck, sayTrust, sayVerdict, sayVerified, sourceOf, textIn, titleOf, type Tongue } from '../words';

const marks = { passed: '✓', failed: '✗', 'not-checked': '–', 'not-known': '?' } as const satisfies Record<
  Check['outcome'],
  string
>;
const colourOf = { passed: 32, failed: 31, 'not-checked': 33, 'not-known': 33 } as const satisfies Record<
  Check['outcome'],
  number
>;

/**
 * The result for somebody at a terminal: the verdict and the holder, the contents of the credential, then every check.
 */
export function report(verification: Verification, tongue: Tongue, colours: boolean): string {
  const { word, meaning } = sayVerdict(verification.verdict, tongue);
  const colour = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const lines = [colour(1, word), meaning];
  const trust = sayTrust(verification, tongue);
  if (trust) lines.push(inert(trust));
  if (isSigned(verification) && (verification.source === 'pdf' || verification.source === 'image'))
    lines.push(tongue.say(sourceOf(verification, verification.source)));
  lines.push(...contentLines(verification, tongue), '');
  for (const check of verification.checks) {
    const { title, outcome, sentence } = sayCheck(check, tongue);
    lines.push(`${colour(colourOf[check.outcome], marks[check.outcome])} ${title} (${outcome}): ${inert(sentence)}`);
  }
  return `${lines.join('\n')}\n`;
}

function contentLines(verification: Verification, tongue: Tongue): string[] {
  const title = verification.contents && textIn(tongue.language, verification.contents.title);
  const rows = sayVerified(verification, tongue).map(({ label, values }) => `${label}: ${values.join(' · ')}`);
  const said = title ? [title, ...rows] : rows;
  if (!said.length) return [];
  return ['', tongue.say(titleOf(verification)), ...said.map((line) => `  ${inert(line)}`)];
}

/** A name may hold the characters that move a terminal's cursor, hide text or turn its direction. */
const inert = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
