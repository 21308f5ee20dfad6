import { madeFileStates } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant } from '../shapes';
import { applicationsFilter } from './reports';

const inEdition = z.object({ editionId: id });

/** The list as a table for spreadsheets, one dossier bound as a PDF, or all of them in a zip. */
export const extractKinds = ['list-csv', 'list-xlsx', 'dossier', 'dossiers'] as const;
export type ExtractKind = (typeof extractKinds)[number];

/** The language of its headings. */
const language = z.string().check(z.regex(/^[a-z]{2}$/));

export const readExtracts = route({
  summary: 'List the files that one has requested of an edition’s applications, while they are kept',
  method: 'GET',
  path: '/editions/:editionId/admissions/extracts',
  params: inEdition,
  reply: z.object({
    items: z.array(
      z.object({
        id,
        kind: z.enum(extractKinds),
        /**
         * `failed`: it could not be made, or its reader's conflicts have changed since. It has to be asked for again.
         */
        state: z.enum(madeFileStates),
        /** The applicant of the dossier. */
        applicant: z.nullable(z.string()),
        done: z.int(),
        total: z.int(),
        askedAt: instant,
        expiresAt: instant,
        bytes: z.nullable(z.int()),
      }),
    ),
  }),
});
export type ExtractView = z.infer<NonNullable<typeof readExtracts.reply>>['items'][number];

export const readExtractFile = route({
  summary: 'Download a requested file',
  method: 'GET',
  path: '/editions/:editionId/admissions/extracts/:extractId/file',
  params: z.extend(inEdition, { extractId: id }),
  reply: 'file',
});

export const askForList = route({
  summary: 'Request the list of an edition’s applications as a spreadsheet file',
  method: 'POST',
  path: '/editions/:editionId/admissions/extracts/list',
  params: inEdition,
  body: z.object({ format: z.enum(['csv', 'xlsx']), language, filter: applicationsFilter }),
  reply: created,
  refusals: ['admissions.extract-under-way'],
  evenWhenClosed: true,
});

export const askForDossier = route({
  summary: 'Request one application as a PDF for the archive',
  method: 'POST',
  path: '/editions/:editionId/admissions/extracts/dossiers/:applicationId',
  params: z.extend(inEdition, { applicationId: id }),
  body: z.object({ language }),
  reply: created,
  refusals: ['admissions.extract-under-way'],
  evenWhenClosed: true,
});

export const askForDossiers = route({
  summary: 'Request applications of an edition, selected ones or all, as PDFs for the archive in one zip file',
  method: 'POST',
  path: '/editions/:editionId/admissions/extracts/dossiers',
  params: inEdition,
  body: z.object({ language, applicationIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(1000))) }),
  reply: created,
  refusals: ['admissions.extract-under-way', 'admissions.no-dossiers'],
  evenWhenClosed: true,
});
