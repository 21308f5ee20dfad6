import { isWebAddress, materialKinds, moduleModes, progressSteps, waysToFinish } from '@libretto/domain';
import * as z from 'zod/mini';
import { fileQuery, uploadRefusals } from './files';
import { videoAddress } from './page-parts';
import { inMaterial, pageText } from './pages';
import { route } from './route';
import { ownAttempts } from './test-attempt-parts';
import { created, day, id, inLanguages, instant, line, noWebAddress, page, pageQuery, storedFile } from './shapes';

export const inModule = z.object({ editionId: id, moduleNumber: z.coerce.number() });

/** The minutes that a material asks, of the module's self-study. */
const minutes = z.int().check(z.minimum(0), z.maximum(6000));
const webAddress = line(500).check(z.refine(isWebAddress, noWebAddress));

const ownProgress = z.object({
  openedAt: instant,
  finishedAt: z.nullable(instant),
  finishedBy: z.nullable(z.enum(waysToFinish)),
});

/** How many of a module's open materials a participant has finished. */
export const progressOfModule = z.object({ finished: z.int(), of: z.int() });

const materialShape = {
  id,
  kind: z.enum(materialKinds),
  title: inLanguages,
  minutes,
  isRequired: z.boolean(),
  /** The first day on which participants can open it. */
  opensOn: z.nullable(day),
  dayHasCome: z.boolean(),
  /** The material of its module that a participant has to finish first. */
  opensAfter: z.nullable(z.object({ id, title: inLanguages, kind: z.enum(materialKinds), isFinished: z.boolean() })),
  isOpen: z.boolean(),
  /** Pages and self-tests are there for their authors only until they are published. */
  isPublished: z.boolean(),
  /** The reader's own, once they have opened it. */
  progress: z.nullable(ownProgress),
};

export const material = z.object({
  ...materialShape,
  /** For a file. */
  file: z.nullable(storedFile),
  /** For a link or a video. */
  url: z.nullable(z.string()),
  addedBy: z.string(),
  addedAt: instant,
});
export type Material = z.infer<typeof material>;

const neighbour = z.nullable(z.object({ id, title: inLanguages }));

export const readMaterial = route({
  summary: 'One material of a module, with what comes before and after it',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId',
  params: inMaterial,
  reply: z.object({
    ...material.shape,
    module: z.object({ number: z.int(), title: inLanguages, mode: z.enum(moduleModes) }),
    /** What is published of a page, by language. */
    texts: z.record(z.string(), pageText),
    publishedAt: z.nullable(instant),
    /** Of a published self-test, for a participant: its terms and their attempts. */
    test: z.nullable(ownAttempts),
    before: neighbour,
    after: neighbour,
    can: z.object({ change: z.boolean(), follow: z.boolean() }),
  }),
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});
export type MaterialView = z.infer<NonNullable<typeof readMaterial.reply>>;

export const addMaterial = route({
  summary: 'Add a link, a video, an empty page or an empty self-test to a module',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/materials',
  params: inModule,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), title: line(160), url: webAddress }),
    z.object({ kind: z.literal('video'), title: line(160), url: videoAddress }),
    z.object({ kind: z.enum(['page', 'self-test']), title: line(160) }),
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

export const changeMaterial = route({
  summary: 'Say how long a material takes, whether it is required, and from when or after what it is open',
  method: 'PUT',
  path: '/editions/:editionId/materials/:materialId',
  params: inMaterial,
  body: z.object({
    minutes,
    isRequired: z.boolean(),
    opensOn: z.nullable(day),
    opensAfterId: z.nullable(id),
  }),
  refusals: ['modules.condition-in-circle', 'modules.condition-elsewhere'],
});

export const orderMaterials = route({
  summary: 'Put the materials of a module in order; those that are not named come last, as they were',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/materials/order',
  params: inModule,
  body: z.object({ materialIds: z.array(id).check(z.maxLength(500)) }),
});

export const openMaterial = route({
  summary: 'The file of a material',
  method: 'GET',
  path: '/editions/:editionId/materials/:materialId/file',
  params: inMaterial,
  query: fileQuery,
  reply: 'file',
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});

export const removeMaterial = route({
  summary: 'Take a material off its module',
  method: 'DELETE',
  path: '/editions/:editionId/materials/:materialId',
  params: inMaterial,
});

export const followMaterial = route({
  summary: 'Record that the signed-in participant has opened or finished a material, or has not finished it after all',
  method: 'POST',
  path: '/editions/:editionId/materials/:materialId/progress',
  params: inMaterial,
  body: z.object({ step: z.enum(progressSteps) }),
  reply: ownProgress,
  refusals: ['modules.material-not-open', 'modules.material-opens-after'],
});

export const readModuleProgress = route({
  summary: 'Who has finished which materials of a module, and where each participant is',
  method: 'GET',
  path: '/editions/:editionId/modules/:moduleNumber/progress',
  params: inModule,
  query: pageQuery,
  reply: z.object({
    module: z.object({ number: z.int(), title: inLanguages }),
    participants: z.int(),
    materials: z.array(
      z.object({ id, title: inLanguages, isRequired: z.boolean(), opened: z.int(), finished: z.int() }),
    ),
    people: page(
      z.object({
        enrolmentId: id,
        name: z.string(),
        /** The ids of the materials that this person has opened, and of those that are finished. */
        opened: z.array(id),
        finished: z.array(id),
        lastAt: z.nullable(instant),
      }),
    ),
  }),
  refusals: ['common.no-such-place'],
});
export type ModuleProgress = z.infer<NonNullable<typeof readModuleProgress.reply>>;
