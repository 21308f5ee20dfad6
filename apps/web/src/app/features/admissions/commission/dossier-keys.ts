import { type Finding, findings } from '@libretto/domain';

/**
 * Three questions at a time have the nine digits: 1 to 3 are the findings of the first, 4 to 6 of the second, and so
 * on.
 */
const questionsPerRound = findings.length;

/** The meaning of a key on a dossier. */
export type KeyMeaning = { does: 'find'; question: number; finding: Finding } | { does: 'next' | 'previous' | 'turn' };

/** `firstKeyed` is the question whose findings are on the keys 1 to 3. */
export function meaningOf(key: string, firstKeyed: number): KeyMeaning | null {
  if (key === 'j') return { does: 'next' };
  if (key === 'k') return { does: 'previous' };
  if (key === '0') return { does: 'turn' };
  if (!/^[1-9]$/.test(key)) return null;
  const at = Number(key) - 1;
  const finding = findings[at % findings.length] as Finding;
  return { does: 'find', question: firstKeyed + Math.floor(at / findings.length), finding };
}

/** The key that sets this finding, while its question has keys. */
export function keyFor(question: number, finding: Finding, firstKeyed: number): string | null {
  const row = question - firstKeyed;
  return row >= 0 && row < questionsPerRound ? String(row * findings.length + findings.indexOf(finding) + 1) : null;
}

/** The question that gets the keys next, round and round. */
export const turned = (firstKeyed: number, questions: number): number =>
  firstKeyed + questionsPerRound < questions ? firstKeyed + questionsPerRound : 0;

/** Whether somebody is typing: then letters and digits are text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));
