import type { FormColumn } from '@libretto/contracts';
import { rowKey, type SimpleRule } from '@libretto/domain';
import { inLanguage } from '../../../../platform/language';

/** A field of a simple kind for drawing, with its words in the reader's language. */
export interface Asked {
  readonly id: string;
  readonly rule: SimpleRule;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly unit?: string;
  /** The options, if the rule is a choice. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly email?: true;
  /** Takes half of a row of fields, so that the short ones stand together. */
  readonly wide?: true;
}

/** The value of a field on the screen: numbers are still text, an empty field is an empty text or list. */
export type Typed = string | string[];
export type TypedRow = Record<string, Typed>;

export const isSeveral = (rule: SimpleRule): boolean => rule.kind === 'choice' && rule.several === true;

export const emptyRow = (columns: readonly Pick<Asked, 'id' | 'rule'>[]): TypedRow => ({
  ...Object.fromEntries(columns.map(({ id, rule }) => [id, isSeveral(rule) ? [] : ''])),
  // Two windows may each add a row: numbers would not be unique.
  [rowKey]: crypto.getRandomValues(new Uint32Array(3)).join('-'),
});

/** A field of a programme's own in the reader's language. */
export const askedIn = (language: string, field: FormColumn): Asked => ({
  id: field.id,
  rule: field,
  label: inLanguage(field.label, language),
  required: field.required ?? false,
  hint: inLanguage(field.hint, language),
  ...(field.kind === 'number' ? { unit: inLanguage(field.unit, language) } : {}),
  ...(field.kind === 'choice'
    ? { options: field.options.map(({ id, label }) => ({ id, label: inLanguage(label, language) })) }
    : {}),
});
