import { moduleModes } from '@libretto/domain';
import * as z from 'zod/mini';
import { inModule, material, progressOfModule } from './materials';
import { route } from './route';
import { sessionView } from './schedule';
import { id, inLanguages } from './shapes';
import { minutesByKind, moduleMinutes } from './workload';

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
    own: z.nullable(z.object({ enrolmentId: id, minutes: moduleMinutes, materials: progressOfModule })),
    modules: z.array(z.object({ number: z.int(), title: inLanguages })),
    can: z.object({ addMaterial: z.boolean(), declareSelfStudy: z.boolean() }),
  }),
});
export type ModuleView = z.infer<NonNullable<typeof readModule.reply>>;

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
        materials: progressOfModule,
      }),
    ),
    total: z.object({ notional: minutesByKind, recorded: minutesByKind }),
    next: z.nullable(sessionView),
    /** The first open material that the participant has not finished. */
    goOn: z.nullable(z.object({ materialId: id, title: inLanguages, moduleNumber: z.int() })),
  }),
});
export type Booklet = z.infer<NonNullable<typeof readBooklet.reply>>;
