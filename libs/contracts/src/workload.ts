import { mostMinutesADay, workloadKinds, workloadSources } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { created, day, id, inLanguages, instant, paragraph } from './shapes';

/** The minutes that somebody records for one day. The ledger decides how many more the day takes. */
export const minutesOfADay = z.int().check(z.minimum(1), z.maximum(mostMinutesADay));

/** Minutes of each kind. */
export const minutesByKind = z.object({ contact: z.int(), 'self-study': z.int(), project: z.int() });

/** A module's notional minutes and the ledger's recorded ones. */
export const moduleMinutes = z.object({
  number: z.int(),
  title: inLanguages,
  notional: minutesByKind,
  recorded: minutesByKind,
  /** The minutes that may still be declared as self-study, approvals counted. */
  selfStudyLeft: z.int(),
});
export type ModuleMinutes = z.infer<typeof moduleMinutes>;

/** One entry: never edited, reversed by another one with the contrary minutes. */
export const ledgerEntry = z.object({
  id,
  moduleNumber: z.int(),
  kind: z.enum(workloadKinds),
  minutes: z.int(),
  day,
  /** The source of the entry. */
  source: z.enum(workloadSources),
  /** The entry that this one reverses. */
  reverses: z.nullable(id),
  isReversed: z.boolean(),
  by: z.string(),
  reason: z.nullable(z.string()),
  at: instant,
  can: z.object({ reverse: z.boolean() }),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

export const readLedger = route({
  summary: 'Recorded hours of one participant: totals by module and kind, and the entries behind them',
  method: 'GET',
  path: '/editions/:editionId/enrolments/:enrolmentId/ledger',
  params: z.object({ editionId: id, enrolmentId: id }),
  /** The opened figure: only the entries of this module, of this kind. */
  query: z.object({ module: z.optional(z.coerce.number()), kind: z.optional(z.enum(workloadKinds)) }),
  reply: z.object({
    name: z.string(),
    isOwn: z.boolean(),
    /** The minutes of one ECTS credit in this programme. */
    minutesPerEcts: z.int(),
    modules: z.array(moduleMinutes),
    total: z.object({ notional: minutesByKind, recorded: minutesByKind }),
    entries: z.array(ledgerEntry),
    approvals: z.array(
      z.object({ moduleNumber: z.int(), minutes: z.int(), reason: z.string(), by: z.string(), at: instant }),
    ),
    can: z.object({ declare: z.boolean(), approveMore: z.boolean() }),
  }),
});
export type LedgerView = z.infer<NonNullable<typeof readLedger.reply>>;

export const declareSelfStudy = route({
  summary: 'Record self-study time of one day for a module',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/self-study',
  params: z.object({ editionId: id, moduleNumber: z.coerce.number() }),
  body: z.object({
    /** Made by the caller, so that sending it twice writes it once. */
    entryId: id,
    day,
    minutes: minutesOfADay,
  }),
  refusals: [
    'workload.day-in-the-future',
    'workload.day-before-the-edition',
    'workload.day-is-full',
    'workload.over-the-cap',
  ],
});

export const reverseEntry = route({
  summary: 'Reverse an entry of recorded time',
  method: 'POST',
  path: '/editions/:editionId/workload/:entryId/reversal',
  params: z.object({ editionId: id, entryId: id }),
  body: z.object({ reason: paragraph(500) }),
  reply: created,
  refusals: ['workload.is-a-reversal', 'workload.already-reversed', 'workload.not-declared'],
});

export const approveMoreSelfStudy = route({
  summary: 'Let a participant record more self-study for a module than it plans',
  method: 'POST',
  path: '/editions/:editionId/enrolments/:enrolmentId/self-study-approvals',
  params: z.object({ editionId: id, enrolmentId: id }),
  body: z.object({
    moduleNumber: z.int().check(z.minimum(1), z.maximum(40)),
    minutes: z.int().check(z.minimum(1), z.maximum(6000)),
    reason: paragraph(500),
  }),
  reply: created,
});
