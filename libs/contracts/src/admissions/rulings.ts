import { applicationStates, rulingOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, page, pageQuery, paragraph } from '../shapes';
import { draftText, editionLine } from './application';
import { applicantLine } from './commission';

const inEdition = z.object({ editionId: id });
const ofApplication = z.object({ editionId: id, applicationId: id });

/** A letter as it goes out: the same words are previewed and sent. */
const letter = z.object({ language: z.string(), subject: z.string(), paragraphs: z.array(z.string()) });

/** Why something cannot be done now: the refusal that trying would meet. */
export const refusal = z.object({ code: z.string(), numbers: z.record(z.string(), z.union([z.string(), z.number()])) });

const count = z.record(z.string(), z.int());

export const readRulings = route({
  summary: 'The ruling table: one row an applicant, for whoever chairs them; counts once one has voted',
  method: 'GET',
  path: '/editions/:editionId/rulings',
  params: inEdition,
  query: pageQuery,
  reply: z.extend(
    page(
      z.object({
        ...applicantLine,
        state: z.enum(applicationStates),
        cast: z.int(),
        quorum: z.int(),
        /** `null` until the chair has voted. */
        votes: z.nullable(count),
        decidedByChair: z.boolean(),
        /** What a ruling would say now. */
        decision: z.nullable(z.enum(rulingOutcomes)),
        whyNot: z.nullable(refusal),
        ruling: z.nullable(z.object({ outcome: z.enum(rulingOutcomes), at: instant, by: z.string() })),
        can: z.object({ rule: z.boolean() }),
      }),
    ),
    { ...editionLine },
  ),
});
export type RulingsView = z.infer<NonNullable<typeof readRulings.reply>>;

export const previewRuling = route({
  summary: 'The ruling that would be made now, and its letter in the applicant’s language; changes nothing',
  method: 'POST',
  path: '/editions/:editionId/rulings/:applicationId/preview',
  params: ofApplication,
  body: z.object({ reason: draftText(4000) }),
  reply: z.object({
    outcome: z.enum(rulingOutcomes),
    decidedByChair: z.boolean(),
    votes: count,
    letter,
  }),
  refusals: [
    'admissions.not-the-chair',
    'admissions.chair-votes-first',
    'admissions.not-before-commission',
    'admissions.quorum-missing',
    'admissions.tie-needs-chair',
    'admissions.required-criterion-missed',
    'admissions.exception-not-shown',
  ],
});
export type RulingPreview = z.infer<NonNullable<typeof previewRuling.reply>>;

export const ruleOnApplication = route({
  summary: 'Rules on an application with a reason, if the ruling is still the one that was previewed',
  method: 'POST',
  path: '/editions/:editionId/rulings/:applicationId',
  params: ofApplication,
  body: z.object({ reason: paragraph(4000), outcome: z.enum(rulingOutcomes) }),
  reply: created,
  refusals: [
    'admissions.not-the-chair',
    'admissions.chair-votes-first',
    'admissions.not-before-commission',
    'admissions.quorum-missing',
    'admissions.tie-needs-chair',
    'admissions.required-criterion-missed',
    'admissions.exception-not-shown',
    'admissions.outcome-changed',
  ],
});
