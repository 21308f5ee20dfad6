import { rowKey } from '../drafts';
import { type Condition, type FieldRule, type FixedFieldKey, isEveryForms } from '../programmes';
import type { Answers, Row } from './answers';
import type { Shown } from './evidence';
import type { ApplicationForm } from './form';

/** The facts that conditions are checked against: the form and the files. */
export interface Written {
  readonly form: ApplicationForm;
  readonly evidence: readonly Shown[];
}

/** The own fields that show, given the form. A condition on a hidden field does not hold. */
export function showing<Field extends FieldRule>(fields: readonly Field[], written: Written): Field[] {
  const shown: Field[] = [];
  for (const field of fields) if (!field.when || holds(field.when, shown, written)) shown.push(field);
  return shown;
}

function holds({ field: name, is }: Condition, shown: readonly FieldRule[], written: Written): boolean {
  if (isEveryForms(name)) return isFixedAnswered(name, written);
  const field = shown.find(({ id }) => id === name);
  if (!field || !isAnswered(field, written)) return false;
  return (
    is === undefined || [written.form.answers[name]].flat().some((chosen) => is.some((option) => option === chosen))
  );
}

function isFixedAnswered(key: FixedFieldKey, { form, evidence }: Written): boolean {
  return key === 'evidence' ? evidence.some(({ fieldId }) => fieldId === null) : form[key].length > 0;
}

/** Whether a field has an answer. Empty rows do not count. */
export function isAnswered(field: FieldRule, { form, evidence }: Written): boolean {
  if (field.kind === 'file') return evidence.some(({ fieldId }) => fieldId === field.id);
  if (!Object.hasOwn(form.answers, field.id)) return false;
  return field.kind !== 'group' || filledRows(form.answers, field.id).length > 0;
}

/** The rows of a group that have an answer. */
export const filledRows = (answers: Answers, id: string): Row[] =>
  ((answers[id] ?? []) as Row[]).filter((row) => Object.keys(row).some((key) => key !== rowKey));

/** The answers for the commission: those of fields that show, without empty rows. */
export function answersToSend(fields: readonly FieldRule[], written: Written): Answers {
  const { answers } = written.form;
  return Object.fromEntries(
    showing(fields, written)
      .filter((field) => field.kind !== 'file' && isAnswered(field, written))
      .map((field) => [field.id, field.kind === 'group' ? filledRows(answers, field.id) : answers[field.id]]),
  ) as Answers;
}
