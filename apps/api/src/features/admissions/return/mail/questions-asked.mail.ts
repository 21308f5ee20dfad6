import { mail } from '../../../../platform/mail/mail';

/** Dates, titles and the names of fields are worded in the reader’s language already. */
export interface QuestionsAskedMailData {
  name: string;
  programme: string;
  edition: string;
  editionId: string;
  questions: { field: string; text: string }[];
  word: string;
  until: string;
}

/** Sent when the commission returns a dossier. The chair previews it as it is sent. */
export const questionsAskedMail = mail<QuestionsAskedMailData>({
  name: 'admissions.questions-asked',
  topic: 'decisions',
  sample: {
    name: 'Ana Kovač',
    programme: 'Professional course on Automatic Recognition',
    edition: 'Autumn 2026',
    editionId: '0198c0de-0000-7000-8000-000000000000',
    questions: [{ field: 'Posts', text: 'Did you work with recognition all of the time, or since 2021 only?' }],
    word: 'The rest of your dossier is clear to us.',
    until: 'Monday, 19 October 2026 at 15:20',
  },
  compose: (say, { questions, word, ...data }) => ({
    subject: say('admissions.mail.questions.subject', data),
    paragraphs: [
      say('admissions.letter.greeting', data),
      say('admissions.mail.questions.opening', { ...data, questions: questions.length }),
      ...questions.map(({ field, text }) => say('admissions.mail.questions.question', { field, text })),
      ...(word ? [word] : []),
      say('admissions.mail.questions.until', data),
      say('admissions.letter.closing'),
    ],
    action: { label: say('admissions.mail.questions.action'), path: `/applications/${data.editionId}` },
  }),
});
