import {
  applicationStates,
  cefrLevels,
  evidenceKinds,
  fixedItems,
  formParts,
  repeatedRow,
  rulingOutcomes,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { country, language } from '../codes';
import { answers, formField } from '../form-fields';
import { institution } from '../institutions';
import { route } from '../route';
import { fileQuery, uploadRefusals } from '../files';
import {
  changeOf,
  created,
  day,
  emailAddress,
  id,
  inLanguages,
  instant,
  line,
  paragraphOrNone,
  rowId,
  storedFile,
} from '../shapes';
import { returnView } from './versions';

const inEdition = z.object({ editionId: id });

/** A text that may still be empty, because the form is saved while it is being written. */
export const draftText = paragraphOrNone;
const few = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(
    z.maxLength(20),
    z.refine((rows) => repeatedRow(rows) < 0),
  );

/** An applicant's form; its lists hold complete items only. */
export const applicationForm = z.object({
  degrees: few(
    z.object({
      rowId,
      title: line(200),
      institution: line(200),
      country,
      eqfLevel: z.int().check(z.minimum(1), z.maximum(8)),
      year: z.int().check(z.minimum(1940), z.maximum(2100)),
    }),
  ),
  posts: few(
    z
      .object({ rowId, employer: line(200), role: line(200), from: day, until: z.nullable(day) })
      .check(z.refine(({ from, until }) => !until || from <= until)),
  ),
  languages: few(z.object({ rowId, language, level: z.enum(cefrLevels) })),
  referees: few(z.object({ rowId, name: line(200), email: emailAddress })),
  motivation: draftText(4000),
  exceptionalConditions: draftText(4000),
  answers,
});
export type ApplicationFormBody = z.infer<typeof applicationForm>;

export const evidence = z.object({
  id,
  kind: z.enum(evidenceKinds),
  /** The own field that the file answers, if it answers one. */
  fieldId: z.nullable(z.string()),
  /** Whether it belongs to an appeal, made or in preparation. */
  ofAppeal: z._default(z.boolean(), false),
  file: storedFile,
});
export type EvidenceView = z.infer<typeof evidence>;

/** The edition of a page. */
export const editionLine = { editionId: id, edition: z.string(), programme: inLanguages };

const criterion = z.object({
  id: z.string(),
  kind: z.enum(['required', 'preferred']),
  statement: inLanguages,
  /** The subject of its pre-check, if it has one. */
  about: z.nullable(z.enum(['eqf-level', 'months-of-experience', 'cefr'])),
});

export const readMyApplications = route({
  summary: 'List one’s own applications, the newest first',
  method: 'GET',
  path: '/my-applications',
  reply: z.object({ items: z.array(z.object({ ...editionLine, state: z.enum(applicationStates) })) }),
});

const ownRuling = z.object({ outcome: z.enum(rulingOutcomes), at: instant, reason: z.string() });

export const readMyApplication = route({
  summary: 'Read one’s own application to an edition, with what is still missing',
  method: 'GET',
  path: '/editions/:editionId/application',
  params: inEdition,
  reply: z.object({
    ...editionLine,
    timeZone: z.string(),
    closesAt: instant,
    startsOn: day,
    criteria: z.array(criterion),
    /** The optional parts that this form has. */
    parts: z.array(z.enum(formParts)),
    /** The programme's two questions of an exception, if it allows exceptions. */
    exception: z.nullable(z.object({ conditions: inLanguages, background: inLanguages })),
    /** The programme's own fields. */
    fields: z.array(formField),
    /** Paths of the programme’s file that its author made up. */
    illustrative: z.array(z.string()),
    /** The institution in the applicant's account. */
    institution: z.nullable(institution),
    application: z.nullable(
      z.object({
        id,
        state: z.enum(applicationStates),
        form: applicationForm,
        evidence: z.array(evidence),
        submittedAt: z.nullable(instant),
        /** The time at which its contents were erased. */
        erasedAt: z.nullable(instant),
        missing: z.array(z.union([z.enum(fixedItems), z.templateLiteral(['own.', z.string()])])),
        /** The commission's questions with their answers, the latest first. */
        returns: z.array(returnView),
        /** The ruling that is in force. */
        ruling: z.nullable(ownRuling),
        /** The last moment to appeal against it, if that is possible. */
        appealUntil: z.nullable(instant),
        appeal: z.nullable(
          z.object({
            statement: z.string(),
            at: instant,
            /** The ruling under appeal. */
            first: ownRuling,
          }),
        ),
      }),
    ),
    can: z.object({
      start: z.boolean(),
      edit: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      appeal: z.boolean(),
    }),
  }),
});
export type MyApplication = z.infer<NonNullable<typeof readMyApplication.reply>>;

export const startApplication = route({
  summary: 'Start an application, once per edition',
  method: 'POST',
  path: '/editions/:editionId/application',
  params: inEdition,
  reply: created,
  refusals: ['admissions.not-open', 'admissions.already-applied', 'admissions.sits-in-commission'],
});

export const saveApplication = route({
  summary: 'Save changes to one’s own application; changes made elsewhere in the meantime are kept',
  method: 'PATCH',
  path: '/editions/:editionId/application',
  params: inEdition,
  body: changeOf(applicationForm),
  reply: z.object({ stored: applicationForm }),
  refusals: ['admissions.not-editable', 'admissions.form-too-large', 'common.changed-elsewhere'],
});

export const addEvidence = route({
  summary: 'Upload a supporting document to one’s own application or appeal',
  method: 'POST',
  path: '/editions/:editionId/application/evidence',
  params: inEdition,
  query: z.object({
    kind: z.enum(evidenceKinds),
    /** The own field that it answers; its kind is `other` then. */
    field: z.optional(z.string().check(z.maxLength(60))),
  }),
  upload: true,
  reply: created,
  refusals: [
    'admissions.not-editable',
    'admissions.no-such-field',
    'admissions.too-much-evidence',
    'admissions.field-is-full',
    ...uploadRefusals,
  ],
});

export const removeEvidence = route({
  summary: 'Remove a supporting document from one’s own application or appeal',
  method: 'DELETE',
  path: '/editions/:editionId/application/evidence/:evidenceId',
  params: z.object({ editionId: id, evidenceId: id }),
  refusals: ['admissions.not-editable'],
});

export const submitApplication = route({
  summary: 'Submit one’s own application to the commission, once it is complete',
  method: 'POST',
  path: '/editions/:editionId/application/submission',
  params: inEdition,
  refusals: [
    'admissions.not-open',
    'admissions.answer-too-late',
    'admissions.incomplete',
    'admissions.sits-in-commission',
    'admissions.no-such-step',
  ],
});

export const readOwnCopy = route({
  summary: 'Download one’s own application as last submitted, as a PDF',
  method: 'GET',
  path: '/editions/:editionId/application/copy',
  params: inEdition,
  query: z.object({ language: z.string().check(z.regex(/^[a-z]{2}$/)) }),
  reply: 'file',
});

export const withdrawApplication = route({
  summary: 'Withdraw one’s own application before a decision is made',
  method: 'POST',
  path: '/editions/:editionId/application/withdrawal',
  params: inEdition,
  /** An application without a ruling can be withdrawn even then, so that its retention begins. */
  evenWhenClosed: true,
  refusals: ['admissions.no-such-step'],
});

export const readEvidenceFile = route({
  summary: 'Download a supporting document, as the applicant or as a commission member who may read the application',
  method: 'GET',
  path: '/editions/:editionId/evidence/:evidenceId',
  params: z.object({ editionId: id, evidenceId: id }),
  query: fileQuery,
  reply: 'file',
});
