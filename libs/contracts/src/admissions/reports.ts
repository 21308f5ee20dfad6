import { applicationStates, milestones, offerStates, rulingOutcomes } from '@libretto/domain';
import * as z from 'zod/mini';
import { country } from '../codes';
import { route } from '../route';
import { day, id, instant, line, page, pageQuery, sortBy } from '../shapes';
import { editionLine } from './application';
import { applicantLine } from './commission';

const inEdition = z.object({ editionId: id });

/** The outcome of a submitted application: that of the last ruling, or that there is none. */
export const whatBecame = ['undecided', ...rulingOutcomes, 'withdrawn'] as const;
export type WhatBecame = (typeof whatBecame)[number];

/** The states of a place that an admission brought. */
export const placeStandings = [...offerStates, 'waiting'] as const;
export type PlaceStanding = (typeof placeStandings)[number];

/** Selects applications of an edition: every figure of a report opens to such a list. */
export const applicationsFilter = z.object({
  name: z.optional(line(100)),
  state: z.optional(z.enum(applicationStates)),
  outcome: z.optional(z.enum(whatBecame)),
  country: z.optional(country),
  institutionId: z.optional(id),
  /** An event between the first and the last day, on the calendar of the edition. */
  milestone: z.optional(z.enum(milestones)),
  from: z.optional(day),
  until: z.optional(day),
});
export type ApplicationsFilter = z.infer<typeof applicationsFilter>;

const applications = z.int();
const outcomes = z.object({
  undecided: applications,
  admitted: applications,
  'admitted-by-exception': applications,
  'waiting-list': applications,
  rejected: applications,
  withdrawn: applications,
});
/** Whether the programme admits by exception: otherwise the filter does not offer this outcome. */
const knowsException = z.boolean();
const byMilestone = z.object({ started: applications, submitted: applications, ruled: applications });

export const readReports = route({
  summary: 'Report on the applications of an edition: by status, decision, country and institution, and over time',
  method: 'GET',
  path: '/editions/:editionId/admissions/reports',
  params: inEdition,
  query: z.object({ by: z._default(z.enum(['day', 'week']), 'day') }),
  reply: z.object({
    ...editionLine,
    timeZone: z.string(),
    knowsException,
    states: z.array(z.object({ state: z.enum(applicationStates), applications })),
    /** Only for submitted applications, since a draft has no institution yet. */
    outcomes,
    countries: z.array(z.object({ country: z.string(), applications, outcomes })),
    institutions: z.array(
      z.object({ institutionId: id, institution: z.string(), country: z.string(), applications, outcomes }),
    ),
    overTime: z.array(z.object({ from: day, until: day, reached: byMilestone, inAll: byMilestone })),
  }),
});
export type ReportsView = z.infer<NonNullable<typeof readReports.reply>>;

const applicationsSort = sortBy(['name', 'institution', 'state', 'submitted', 'decided', 'place']);
export type ApplicationsSort = z.infer<typeof applicationsSort>;

export const readApplications = route({
  summary: 'List the applications of an edition with their status, without votes and assessments',
  method: 'GET',
  path: '/editions/:editionId/admissions/applications',
  params: inEdition,
  query: z.extend(applicationsFilter, { sort: applicationsSort, ...pageQuery.shape }),
  reply: z.extend(
    page(
      z.object({
        ...applicantLine,
        state: z.enum(applicationStates),
        startedAt: instant,
        submittedAt: z.nullable(instant),
        ruling: z.nullable(z.object({ outcome: z.enum(rulingOutcomes), at: instant })),
        place: z.nullable(z.enum(placeStandings)),
      }),
    ),
    {
      ...editionLine,
      timeZone: z.string(),
      knowsException,
      /** The number of matches on all pages. */
      applications,
      /** The values that the list can be filtered by. */
      countries: z.array(z.string()),
      institutions: z.array(z.object({ id, name: z.string() })),
    },
  ),
});
export type ApplicationsView = z.infer<NonNullable<typeof readApplications.reply>>;
