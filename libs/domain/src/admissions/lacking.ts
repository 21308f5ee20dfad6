import { type FieldRule, type OwnFieldKey, ownFieldKey, type SimpleRule } from '../programmes';
import type { Answers } from './answers';
import { filledRows, isAnswered, showing, type Written } from './showing';

/** The fault for which an own field prevents submission. Its sentence is `admissions.lack.<reason>`. */
type LackReason = 'missing' | 'too-short' | 'too-few-rows' | 'row-with-gap';

export interface Lack {
  readonly key: OwnFieldKey;
  readonly reason: LackReason;
  readonly numbers: Readonly<Record<string, number>>;
}

/** The faults of own fields that prevent submission. Hidden fields have none. */
export function lacking(fields: readonly FieldRule[], written: Written): Lack[] {
  return showing(fields, written).flatMap((field): Lack[] => {
    const lack = isAnswered(field, written)
      ? lackOfAnswer(field, written.form.answers)
      : field.required
        ? { reason: 'missing' as const, numbers: {} }
        : null;
    return lack ? [{ key: ownFieldKey(field.id), ...lack }] : [];
  });
}

type Found = Omit<Lack, 'key'> | null;

function lackOfAnswer(field: FieldRule, answers: Answers): Found {
  if (field.kind === 'file') return null;
  if (field.kind !== 'group') return tooShort(field, answers[field.id]);
  const rows = filledRows(answers, field.id);
  const least = field.min ?? 0;
  if (rows.length < least) return { reason: 'too-few-rows', numbers: { least } };
  const gap = rows.findIndex((row) =>
    field.fields.some((column) => (Object.hasOwn(row, column.id) ? tooShort(column, row[column.id]) : column.required)),
  );
  return gap < 0 ? null : { reason: 'row-with-gap', numbers: { row: gap + 1 } };
}

function tooShort(rule: SimpleRule, answer: unknown): Found {
  const least = rule.kind === 'text' ? (rule.min ?? 0) : 0;
  return typeof answer === 'string' && answer.length < least ? { reason: 'too-short', numbers: { least } } : null;
}
