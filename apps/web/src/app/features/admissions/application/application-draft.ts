import { type ApplicationFormBody, applicationForm, type FormField } from '@libretto/contracts';
import { answerFaults, withoutFaults } from '@libretto/domain';
import type * as z from 'zod/mini';
import type { TypedRow } from './form/asked';
import { answersOf, type TypedAnswers, typedOf } from './form/typed';

export type ListKey = 'degrees' | 'posts' | 'languages' | 'referees';

/** The form on the screen: rows may have gaps, numbers are still text. */
export type ApplicationDraft = Record<ListKey, TypedRow[]> & {
  motivation: string;
  exceptionalConditions: string;
  answers: TypedAnswers;
};

/** The stored form, as the screen shows it. */
export const draftOf = (form: ApplicationFormBody, fields: readonly FormField[]): ApplicationDraft => ({
  degrees: form.degrees.map((degree) => ({ ...degree, eqfLevel: String(degree.eqfLevel), year: String(degree.year) })),
  posts: form.posts.map((post) => ({ ...post, until: post.until ?? '' })),
  languages: form.languages.map((one) => ({ ...one })),
  referees: form.referees.map((one) => ({ ...one })),
  motivation: form.motivation,
  exceptionalConditions: form.exceptionalConditions,
  answers: typedOf(fields, form.answers),
});

/**
 * The part of the screen that can be stored, as the contract reads it: complete rows, and answers without a fault. A
 * row that has a gap now keeps its stored values. `gaps` counts incomplete rows, `faulty` names the fields whose answer
 * has a fault.
 */
export function bodyOf(
  draft: ApplicationDraft,
  fields: readonly FormField[],
  base: ApplicationFormBody,
): { body: ApplicationFormBody; gaps: number; faulty: string[] } {
  const { shape } = applicationForm;
  const read = {
    degrees: whole(
      shape.degrees,
      draft.degrees.map((row) => ({ ...row, eqfLevel: Number(row['eqfLevel']), year: Number(row['year']) })),
      base.degrees,
    ),
    posts: whole(
      shape.posts,
      draft.posts.map((row) => ({ ...row, until: row['until'] || null })),
      base.posts,
    ),
    languages: whole(shape.languages, draft.languages, base.languages),
    referees: whole(shape.referees, draft.referees, base.referees),
  };
  const typed = answersOf(fields, draft.answers);
  return {
    body: {
      degrees: read.degrees.rows,
      posts: read.posts.rows,
      languages: read.languages.rows,
      referees: read.referees.rows,
      motivation: text(shape.motivation, draft.motivation, base.motivation),
      exceptionalConditions: text(shape.exceptionalConditions, draft.exceptionalConditions, base.exceptionalConditions),
      answers: shape.answers.parse(withoutFaults(fields, typed)),
    },
    gaps: Object.values(read).reduce((sum, { gaps }) => sum + gaps, 0),
    faulty: [...new Set(answerFaults(fields, typed).map(({ path }) => String(path[0])))],
  };
}

function whole<Rows extends z.ZodMiniType<Row[]>, Row extends { rowId?: string | undefined }>(
  rows: Rows,
  shown: readonly object[],
  base: readonly Row[],
) {
  const read = shown.map((row) => ({ row, as: rows.safeParse([row]) }));
  return {
    rows: read.flatMap(({ row, as }) =>
      as.success ? as.data : base.filter(({ rowId }) => rowId === (row as Row).rowId),
    ),
    gaps: read.filter(({ as }) => !as.success).length,
  };
}

function text(shape: z.ZodMiniType<string>, typed: string, base: string): string {
  const read = shape.safeParse(typed);
  return read.success ? read.data : base;
}
