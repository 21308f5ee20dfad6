import { isWebAddress, materialKinds, moduleModes } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { sessionView } from './schedule';
import { fileQuery, uploadRefusals } from './files';
import { created, id, inLanguages, instant, line, noWebAddress, paragraph, storedFile } from './shapes';
import { minutesByKind, moduleMinutes } from './workload';

const inModule = z.object({ editionId: id, moduleNumber: z.coerce.number() });
const inMaterial = z.object({ editionId: id, materialId: id });

export const material = z.object({
  id,
  kind: z.enum(materialKinds),
  title: z.string(),
  /** For a file. */
  file: z.nullable(storedFile),
  /** For a link. */
  url: z.nullable(z.string()),
  /** For a text. */
  text: z.nullable(z.string()),
  addedBy: z.string(),
  addedAt: instant,
});
export type Material = z.infer<typeof material>;

export const listModules = route({
  summary: 'The modules of an edition',
  method: 'GET',
  path: '/editions/:editionId/modules',
  params: z.object({ editionId: id }),
  reply: z.object({
    programme: inLanguages,
    edition: z.string(),
    modules: z.array(
      z.object({
        number: z.int(),
        title: inLanguages,
        summary: inLanguages,
        mode: z.enum(moduleModes),
        notional: minutesByKind,
        materials: z.int(),
      }),
    ),
  }),
});

export const readModule = route({
  summary: "A module's page: outcomes, sessions, materials, and the reader's own minutes",
  method: 'GET',
  path: '/editions/:editionId/modules/:moduleNumber',
  params: inModule,
  reply: z.object({
    number: z.int(),
    title: inLanguages,
    summary: inLanguages,
    mode: z.enum(moduleModes),
    /** Written by the programme's author because the source does not say it: the screen marks it. */
    isIllustrative: z.boolean(),
    outcomes: z.array(inLanguages),
    sessions: z.array(sessionView),
    materials: z.array(material),
    notional: minutesByKind,
    /** The reader's own, if the reader takes part. */
    own: z.nullable(z.object({ enrolmentId: id, minutes: moduleMinutes })),
    modules: z.array(z.object({ number: z.int(), title: inLanguages })),
    can: z.object({ addMaterial: z.boolean(), declareSelfStudy: z.boolean() }),
  }),
});
export type ModuleView = z.infer<NonNullable<typeof readModule.reply>>;

export const addMaterial = route({
  summary: 'Add a link or a text to a module',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/materials',
  params: inModule,
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('link'),
      title: line(160),
      url: line(500).check(z.refine(isWebAddress, noWebAddress)),
    }),
    z.object({ kind: z.literal('text'), title: line(160), text: paragraph(8000) }),
  ]),
  reply: created,
});

export const uploadMaterial = route({
  summary: 'Add a file to a module',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/files',
  params: inModule,
  upload: true,
  reply: created,
  refusals: uploadRefusals,
});

export const openMaterial = route({
  summary: 'The file of a material',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/file',
  params: inMaterial,
  query: fileQuery,
  reply: 'file',
});

export const removeMaterial = route({
  summary: 'Take a material off its module',
  method: 'DELETE',
  path: '/editions/:editionId/materials/:materialId',
  params: inMaterial,
});

/**
 * The participant's booklet: progress and next step. Completion, project work and the credential have routes of their
 * own.
 */
export const readBooklet = route({
  summary: 'A participant’s course: the modules with the hours recorded so far, and the next session',
  method: 'GET',
  path: '/editions/:editionId/booklet',
  params: z.object({ editionId: id }),
  reply: z.object({
    enrolmentId: id,
    name: z.string(),
    programme: inLanguages,
    edition: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    minutesPerEcts: z.int(),
    modules: z.array(
      z.object({
        ...moduleMinutes.shape,
        mode: z.enum(moduleModes),
        sessions: z.object({ held: z.int(), of: z.int() }),
      }),
    ),
    total: z.object({ notional: minutesByKind, recorded: minutesByKind }),
    next: z.nullable(sessionView),
  }),
});
export type Booklet = z.infer<NonNullable<typeof readBooklet.reply>>;
