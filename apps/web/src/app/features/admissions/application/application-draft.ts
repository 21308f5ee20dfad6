import { type ApplicationFormBody, applicationForm, type FormField } from '@libretto/contracts';
import { answerFaults, withoutFaults } from '@libretto/domain';
import type * as z from 'zod/mini';
import type { TypedRow } from './form/asked';
import { answersOf, type TypedAnswers, typedOf } from './form/typed';

export type ListKey = 'degrees' | 'posts' | 'languages' | 'referees';

/** The form as it stands on the screen: rows may have gaps, numbers are still text. */
export type ApplicationDraft = Record<ListKey, TypedRow[]> & {
  motivation: string;
  exceptionalConditions: string;
  answers: TypedAnswers;
};

/** What is stored, as the screen shows it. */
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
 * What of the screen can be stored: whole rows, and answers without a fault. `gaps` counts the rows that wait for their missing
 * parts, `faulty` names the fields whose answer waits for its correction.
 */
export function bodyOf(draft: ApplicationDraft, fields: readonly FormField[]): { body: ApplicationFormBody; gaps: number; faulty: string[] } {
  const { shape } = applicationForm;
  const degrees = whole(shape.degrees, draft.degrees.map((row) => ({ ...row, eqfLevel: Number(row['eqfLevel']), year: Number(row['year']) })));
  const posts = whole(shape.posts, draft.posts.map((row) => ({ ...row, until: row['until'] || null })));
  const languages = whole(shape.languages, draft.languages);
  const referees = whole(shape.referees, draft.referees);
  const kept = degrees.length + posts.length + languages.length + referees.length;
  const shown = draft.degrees.length + draft.posts.length + draft.languages.length + draft.referees.length;
  const typed = answersOf(fields, draft.answers);
  const answers = withoutFaults(fields, typed);
  const { motivation, exceptionalConditions } = draft;
  return {
    body: { degrees, posts, languages, referees, motivation, exceptionalConditions, answers },
    gaps: shown - kept,
    faulty: [...new Set(answerFaults(fields, typed).map(({ path }) => String(path[0])))],
  };
}

const whole = <Rows extends z.ZodMiniType>(rows: Rows, shown: readonly object[]): z.infer<Rows> =>
  shown.flatMap((row) => {
    const read = rows.safeParse([row]);
    return read.success ? (read.data as object[]) : [];
  }) as z.infer<Rows>;
