import type { RefusalCode, Refusals } from './refusals';

/**
 * Why a rule said no: a code and the numbers that explain it. The sentence for the person is
 * `<feature>.refusals.<code>` in the language files, where `<feature>.<code>` is how the code is spelled here.
 */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly numbers: Readonly<Record<string, string | number>>;
}

/** The numbers of a code as an argument, where it has any. */
export type NumbersOf<Code extends RefusalCode> = [Refusals[Code][number]] extends [never]
  ? []
  : [numbers: Readonly<Record<Refusals[Code][number], string | number>>];

/** A code that explains itself without numbers. */
export type PlainCode = { [Code in RefusalCode]: Refusals[Code] extends readonly [] ? Code : never }[RefusalCode];

/** A refusal: `refuse('admissions.quorum-missing', { needed: 3, voted: 2 })`. */
export function refuse<Code extends RefusalCode>(refused: Code, ...[numbers]: NumbersOf<Code>): Refusal {
  return { refused, numbers: numbers ?? {} };
}

/** Where the language files have the sentence of a code. */
export type RefusalKey<Code extends RefusalCode = RefusalCode> = Code extends `${infer Feature}.${infer Name}`
  ? `${Feature}.refusals.${Name}`
  : never;
export const keyOfRefusal = (code: RefusalCode) => code.replace('.', '.refusals.') as RefusalKey;

/** Whether none of these rules refuses. The `can` of a reply asks the same rules as the command. */
export const agree = (...answers: readonly unknown[]): boolean => !answers.some(isRefusal);

/** Tells a refusal from the value that a rule returns when it agrees. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
