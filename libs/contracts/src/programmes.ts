import { mostBytesOfPicture, mostPictures, participationForms } from '@libretto/domain';
import * as z from 'zod/mini';
import { jsonSchemaOf } from './json-schema';
import { rubricOfFile } from './marking-terms';
import { programmeDefinition } from './programme-definition';
import { type ReplyOf, route } from './route';
import { id, inLanguages } from './shapes';

/** The part of a programme that the catalogue shows. */
export const programmeCard = z.object({
  id,
  slug: z.string(),
  title: inLanguages,
  aim: inLanguages,
  ects: z.number(),
  hours: z.int(),
  months: z.int(),
  eqf: z.int(),
  participation: z.enum(participationForms),
  languages: z.array(z.string()),
  awardingBodies: z.array(z.string()),
});
export type ProgrammeCard = z.infer<typeof programmeCard>;

export const readCatalogue = route({
  summary: 'The catalogue: every programme in its newest version',
  method: 'GET',
  path: '/programmes',
  sameForAll: 'checked',
  reply: z.object({ items: z.array(programmeCard) }),
});

export const readProgramme = route({
  summary: 'One programme in its newest version, or in the version asked for',
  method: 'GET',
  path: '/programmes/:slug',
  sameForAll: 'checked',
  params: z.object({ slug: z.string() }),
  query: z.object({ version: z.optional(z.coerce.number().check(z.int(), z.positive())) }),
  reply: z.object({
    id,
    slug: z.string(),
    versionId: id,
    version: z.int(),
    publishedAt: z.iso.datetime(),
    definition: programmeDefinition,
  }),
});
export type ProgrammePage = ReplyOf<typeof readProgramme>;

/** The shape of a programme file for editors, which complete and check a file while it is written. */
export const programmeSchema = (): Record<string, unknown> => ({
  title: 'A programme of Libretto',
  ...jsonSchemaOf(programmeDefinition, 'ref'),
});

export const readProgrammeSchema = route({
  summary: 'The shape of programme files as JSON Schema, for editors',
  method: 'GET',
  path: '/programme.schema.json',
  sameForAll: 'a-while',
  reply: z.record(z.string(), z.unknown()),
});

export const readProgrammeFile = route({
  summary: 'The newest version of a programme as a programme file',
  method: 'GET',
  path: '/programmes/:slug/file',
  params: z.object({ slug: z.string() }),
  reply: 'file',
});

export const changeRubric = route({
  summary: 'Give a brief another rubric, in the next version of its programme',
  method: 'PUT',
  path: '/programmes/:slug/rubric',
  params: z.object({ slug: z.string() }),
  body: z.object({
    /** The id of the brief. */
    brief: z.string(),
    /** The version whose rubric was changed: a newer one is not overwritten. */
    version: z.int(),
    rubric: rubricOfFile,
  }),
  reply: z.object({ id, slug: z.string(), version: z.int() }),
  refusals: ['programmes.newer-version', 'programmes.unchanged', 'programmes.repeated-id', 'programmes.too-large'],
});

/**
 * The text of a programme file. The check reports a file too long to be published; this limit only keeps out other
 * files.
 */
const file = z.object({ text: z.string().check(z.maxLength(100_000 + (mostPictures * mostBytesOfPicture * 4) / 3)) });

/** One fault: its sentence is `programmes.refusals.<code>`, and its cure says programmes.cures.* by the same code. */
export const fileFault = z.object({
  code: z.string(),
  path: z.string(),
  line: z.int(),
  column: z.int(),
  numbers: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const checkProgramme = route({
  summary: 'What is wrong with a programme file, by line and column; changes nothing',
  method: 'POST',
  path: '/programmes/check',
  body: file,
  reply: z.object({
    faults: z.array(fileFault),
    /** The version that would be published, if there is no fault. */
    programme: z.nullable(z.object({ slug: z.string(), title: inLanguages, version: z.int() })),
  }),
});

export const previewCertificate = route({
  summary: 'The certificate and supplements of a programme file for a sample learner; changes nothing',
  method: 'POST',
  path: '/programmes/certificate-preview',
  body: file,
  reply: 'file',
  refusals: ['programmes.faulty-file', 'programmes.unknown-picture'],
});

export const readSampleCertificate = route({
  summary: 'The certificate and supplements of a published programme for a sample learner',
  method: 'GET',
  path: '/programmes/:slug/certificate-preview',
  params: z.object({ slug: z.string() }),
  reply: 'file',
});

export const publishProgramme = route({
  summary: 'Publish a programme file: a new programme, or the next version of one',
  method: 'POST',
  path: '/programmes',
  body: file,
  reply: z.object({ id, slug: z.string(), version: z.int() }),
  refusals: ['programmes.faulty-file', 'programmes.unknown-picture', 'programmes.unchanged'],
});
