import { mostDaysDeclared, mostMinutesADay, workloadKinds, workloadSources } from '@libretto/domain';
import * as z from 'zod/mini';
import { language } from './codes';
import { route } from './route';
import { created, day, id, inLanguages, instant, paragraph, paragraphOrNone } from './shapes';

/** Time that somebody records for a day or a span of days. The ledger decides how much more each day takes. */
export const declaredTime = z.object({
  /** Made by the caller, so that sending it twice writes it once. */
  entryId: id,
  from: day,
  /** The last day of a span; without it, one day. */
  until: z.optional(day),
  /** Of all days together. */
  minutes: z.int().check(z.minimum(1), z.maximum(mostDaysDeclared * mostMinutesADay)),
  note: z.optional(paragraphOrNone(500)),
});

/** What time that somebody records can be refused for. */
export const declaredTimeRefusals = [
  'workload.ends-before-it-starts',
  'workload.too-many-days',
  'workload.day-in-the-future',
  'workload.day-before-the-edition',
  'workload.day-is-full',
] as const;

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
  note: z.nullable(z.string()),
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

/** The form and the language of a table for spreadsheets. */
export const sheetQuery = z.object({ format: z.enum(['csv', 'xlsx']), language });

export const readLedgerFile = route({
  summary: 'The entries of one participant’s hours as a table for spreadsheets',
  method: 'GET',
  path: '/editions/:editionId/enrolments/:enrolmentId/ledger/file',
  params: z.object({ editionId: id, enrolmentId: id }),
  query: sheetQuery,
  reply: 'file',
});

export const declareSelfStudy = route({
  summary: 'Record self-study time of a day or a span of days for a module',
  method: 'POST',
  path: '/editions/:editionId/modules/:moduleNumber/self-study',
  params: z.object({ editionId: id, moduleNumber: z.coerce.number() }),
  body: declaredTime,
  refusals: [...declaredTimeRefusals, 'workload.over-the-cap'],
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
  summary: 'Let participants record more self-study for modules than these plan',
  method: 'POST',
  path: '/editions/:editionId/self-study-approvals',
  params: z.object({ editionId: id }),
  body: z.object({
    /** Made by the caller, so that sending it twice approves once. */
    approvalId: id,
    enrolmentIds: z.array(id).check(z.minLength(1), z.maxLength(300)),
    moduleNumbers: z.array(z.int().check(z.minimum(1), z.maximum(40))).check(z.minLength(1), z.maxLength(40)),
    /** For each of these people in each of these modules. */
    minutes: z.int().check(z.minimum(1), z.maximum(6000)),
    reason: paragraph(500),
  }),
});
