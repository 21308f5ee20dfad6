import * as z from 'zod/mini';
import { route } from './route';
import { day, id, inLanguages, instant, page, pageQuery, searchText, sortBy } from './shapes';
import { minutesByKind, sheetQuery } from './workload';

/** Plan against fact, added up until the end of each day; `null` for days to come. */
const dayOfChart = z.object({ day, planned: z.int(), recorded: z.nullable(z.int()) });
export type DayOfChart = z.infer<typeof dayOfChart>;

const paceOf = z.object({
  /** Below this share of the foreseen minutes somebody is behind. */
  percent: z.int(),
  /** By the end of yesterday. */
  foreseen: z.int(),
  recorded: z.int(),
  /** The day on which they were found to be behind, if they are. */
  behindSince: z.nullable(instant),
  days: z.array(dayOfChart),
});
export type PaceOf = z.infer<typeof paceOf>;

export const readMyPace = route({
  summary: 'One’s own hours over time, against the plan of the edition',
  method: 'GET',
  path: '/editions/:editionId/pace/own',
  params: z.object({ editionId: id }),
  reply: paceOf,
});

export const readPaceOf = route({
  summary: 'The hours of one participant over time, against the plan of the edition',
  method: 'GET',
  path: '/editions/:editionId/enrolments/:enrolmentId/pace',
  params: z.object({ editionId: id, enrolmentId: id }),
  reply: paceOf,
});

export const readEditionPace = route({
  summary: 'The hours of an edition over time, on average, against its plan, and who is behind',
  method: 'GET',
  path: '/editions/:editionId/pace',
  params: z.object({ editionId: id }),
  reply: z.object({
    percent: z.int(),
    participants: z.int(),
    /** Foreseen by the end of yesterday for who takes part from the beginning, and in all. */
    foreseen: z.int(),
    whole: z.int(),
    days: z.array(dayOfChart),
    behind: z.object({
      participants: z.int(),
      /** The first of them. */
      people: z.array(
        z.object({
          enrolmentId: id,
          name: z.string(),
          institution: z.string(),
          recorded: z.int(),
          foreseen: z.int(),
          since: instant,
        }),
      ),
    }),
  }),
});
export type EditionPace = z.infer<NonNullable<typeof readEditionPace.reply>>;

export const readHours = route({
  summary: 'The hours of the participants of an edition by type, and who is behind',
  method: 'GET',
  path: '/editions/:editionId/hours',
  params: z.object({ editionId: id }),
  query: z.extend(pageQuery, {
    q: searchText,
    sort: sortBy(['name', 'institution']),
    /** Only those who are behind. */
    behind: z.optional(z.literal('true')),
  }),
  reply: z.extend(
    page(
      z.object({
        enrolmentId: id,
        name: z.string(),
        institution: z.string(),
        country: z.string(),
        recorded: minutesByKind,
        isBehind: z.boolean(),
      }),
    ),
    {
      /** The number of matches on all pages. */
      participants: z.int(),
      notional: minutesByKind,
      minutesPerEcts: z.int(),
      modules: z.array(z.object({ number: z.int(), title: inLanguages })),
      can: z.object({ approveMore: z.boolean() }),
    },
  ),
});
export type HoursView = z.infer<NonNullable<typeof readHours.reply>>;

export const readHoursFile = route({
  summary: 'The hours of all participants of an edition as a table for spreadsheets',
  method: 'GET',
  path: '/editions/:editionId/hours/file',
  params: z.object({ editionId: id }),
  query: sheetQuery,
  reply: 'file',
});
