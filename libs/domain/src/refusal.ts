/**
 * Why a rule said no: a code and the numbers that explain it. The sentence for the person is
 * `<feature>.refusals.<code>` in the language files, where `<feature>.<code>` is how the code is spelled here.
 */
export interface Refusal {
  readonly refused: `${string}.${string}`;
  readonly numbers: Readonly<Record<string, string | number>>;
}

/** Says no: `refuse('admissions.quorum-missing', { needed: 3, voted: 2 })`. */
export function refuse(code: Refusal['refused'], numbers: Refusal['numbers'] = {}): Refusal {
  return { refused: code, numbers };
}

/** Tells a refusal from the value that a rule returns when it agrees. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
