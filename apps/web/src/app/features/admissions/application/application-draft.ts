import { type ApplicationFormBody, applicationForm } from '@libretto/contracts';
import type * as z from 'zod/mini';

/** The form as it stands on the screen: rows may have gaps, numbers are still text. */
export interface ApplicationDraft {
  degrees: { title: string; institution: string; country: string; eqfLevel: string; year: string }[];
  posts: { employer: string; role: string; from: string; until: string }[];
  languages: { language: string; level: string }[];
  referees: { name: string; email: string }[];
  motivation: string;
  exceptionalConditions: string;
  answers: ApplicationFormBody['answers'];
}

export const emptyRows = {
  degrees: { title: '', institution: '', country: '', eqfLevel: '', year: '' },
  posts: { employer: '', role: '', from: '', until: '' },
  languages: { language: '', level: '' },
  referees: { name: '', email: '' },
} as const;
export type RowKind = keyof typeof emptyRows;

/** What is stored, as the screen shows it. */
export const draftOf = (form: ApplicationFormBody): ApplicationDraft => ({
  degrees: form.degrees.map((degree) => ({ ...degree, eqfLevel: String(degree.eqfLevel), year: String(degree.year) })),
  posts: form.posts.map((post) => ({ ...post, until: post.until ?? '' })),
  languages: form.languages.map((one) => ({ ...one })),
  referees: form.referees.map((one) => ({ ...one })),
  motivation: form.motivation,
  exceptionalConditions: form.exceptionalConditions,
  answers: form.answers,
});

/** What of the screen can be stored: whole rows. `gaps` counts those that wait for their missing parts. */
export function bodyOf(draft: ApplicationDraft): { body: ApplicationFormBody; gaps: number } {
  const { shape } = applicationForm;
  const degrees = whole(shape.degrees, draft.degrees.map((row) => ({ ...row, eqfLevel: Number(row.eqfLevel), year: Number(row.year) })));
  const posts = whole(shape.posts, draft.posts.map((row) => ({ ...row, until: row.until || null })));
  const languages = whole(shape.languages, draft.languages);
  const referees = whole(shape.referees, draft.referees);
  const kept = degrees.length + posts.length + languages.length + referees.length;
  const shown = draft.degrees.length + draft.posts.length + draft.languages.length + draft.referees.length;
  const { motivation, exceptionalConditions, answers } = draft;
  return { body: { degrees, posts, languages, referees, motivation, exceptionalConditions, answers }, gaps: shown - kept };
}

const whole = <Rows extends z.ZodMiniType>(rows: Rows, shown: readonly object[]): z.infer<Rows> =>
  shown.flatMap((row) => {
    const read = rows.safeParse([row]);
    return read.success ? (read.data as object[]) : [];
  }) as z.infer<Rows>;
