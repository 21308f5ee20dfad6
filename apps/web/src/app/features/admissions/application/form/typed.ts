import type { FormField } from '@libretto/contracts';
import { type Answers, type FieldRule, type Row, rowKey, type SimpleAnswer, type SimpleRule } from '@libretto/domain';
import { isSeveral, type Typed, type TypedRow } from './asked';

/** The values of a form's own fields on the screen, by the field's id. */
export type TypedAnswers = Record<string, Typed | TypedRow[]>;

/** The stored answers, as the screen shows them. */
export const typedOf = (fields: readonly FormField[], answers: Answers): TypedAnswers =>
  Object.fromEntries(
    fields.flatMap((field): [string, Typed | TypedRow[]][] => {
      if (field.kind === 'file') return [];
      if (field.kind !== 'group') return [[field.id, typed(field, answers[field.id] as SimpleAnswer)]];
      const rows = (answers[field.id] ?? []) as Row[];
      return [
        [
          field.id,
          rows.map((row) => ({
            ...rowIdOf(row),
            ...Object.fromEntries(field.fields.map((column) => [column.id, typed(column, row[column.id])])),
          })),
        ],
      ];
    }),
  );

const rowIdOf = (row: TypedRow | Row) => ({ [rowKey]: row[rowKey] as string });

const typed = (rule: SimpleRule, answer: SimpleAnswer | undefined): Typed =>
  isSeveral(rule) ? ((answer ?? []) as string[]) : String(answer ?? '');

/** The screen's values as they would be stored, including faults. */
export const answersOf = (fields: readonly FieldRule[], shown: TypedAnswers): Record<string, unknown> =>
  answered(
    fields.map((field) => [
      field.id,
      field.kind === 'group'
        ? ((shown[field.id] || []) as TypedRow[]).map((row) => ({
            ...rowIdOf(row),
            ...answered(field.fields.map((column) => [column.id, answerOf(column, row[column.id])])),
          }))
        : field.kind === 'file'
          ? undefined
          : answerOf(field, shown[field.id] as Typed),
    ]),
  );

/** A typed value as an answer; `undefined` if it is empty. */
export function answerOf(rule: SimpleRule, typed: Typed | undefined): unknown {
  const plain = typeof typed === 'string' ? typed.trim() : typed;
  if (!plain?.length) return undefined;
  // Half of Europe writes 0,5.
  return rule.kind === 'number' ? Number((plain as string).replace(',', '.')) : plain;
}

const answered = (entries: [string, unknown][]): Record<string, unknown> =>
  Object.fromEntries(
    entries.filter(([, answer]) => answer !== undefined && !(Array.isArray(answer) && !answer.length)),
  );
