import { longestQuestion, shortestQuestion } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { changeOf, created, id, instant, paragraph } from '../shapes';
import { draftText } from './application';
import { letter } from './rulings';

const ofApplication = z.object({ editionId: id, applicationId: id });

const questions = (shortest: number) =>
  z.array(
    z.object({
      field: z.string().check(z.maxLength(80)),
      text: paragraph(longestQuestion).check(z.minLength(shortest)),
    }),
  );
const word = z._default(draftText(2000), '');

export const previewReturn = route({
  summary: 'Preview the e-mail with these questions, in the applicant’s language; changes nothing',
  method: 'POST',
  path: '/editions/:editionId/dossiers/:applicationId/returns/preview',
  params: ofApplication,
  /** Questions may still be half written. */
  body: z.object({ questions: questions(0).check(z.maxLength(60)), word }),
  reply: z.object({ answerUntil: instant, letter }),
  refusals: [
    'admissions.not-under-review',
    'admissions.not-the-chair',
    'admissions.unknown-field',
    'admissions.asked-twice',
    'admissions.no-time-to-answer',
  ],
});
export type ReturnPreview = z.infer<NonNullable<typeof previewReturn.reply>>;

export const returnApplication = route({
  summary: 'Request changes to an application with questions, field by field; by its chair',
  method: 'POST',
  path: '/editions/:editionId/dossiers/:applicationId/returns',
  params: ofApplication,
  body: z.object({ questions: questions(shortestQuestion).check(z.minLength(1), z.maxLength(60)), word }),
  reply: created,
  refusals: [
    'admissions.declare-first',
    'admissions.not-before-commission',
    'admissions.ruled-first',
    'admissions.not-under-review',
    'admissions.not-the-chair',
    'admissions.unknown-field',
    'admissions.asked-twice',
    'admissions.no-time-to-answer',
  ],
});

export const lookAtDossier = route({
  summary: 'Mark a version of an application as seen; later changes are shown from there',
  method: 'PUT',
  path: '/editions/:editionId/dossiers/:applicationId/look',
  params: ofApplication,
  body: z.object({ version: z.int().check(z.minimum(1)) }),
});

export const answerQuestion = route({
  summary: 'Save an answer to a question of the commission, until the application is submitted again',
  method: 'PUT',
  path: '/editions/:editionId/application/answers/:questionId',
  params: z.object({ editionId: id, questionId: id }),
  body: changeOf(z.object({ answer: draftText(2000) })),
  reply: z.object({ stored: z.object({ answer: z.string() }) }),
  refusals: ['admissions.not-editable', 'common.changed-elsewhere'],
});
