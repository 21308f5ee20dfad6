import {
  agendaParts,
  applicationStates,
  findings,
  madeFileStates,
  meetingStates,
  rulingOutcomes,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, day, id, inLanguages, instant, line, page, pageQuery, paragraph, refusal } from '../shapes';
import { editionLine } from './application';
import { applicantLine } from './commission';

const inEdition = z.object({ editionId: id });
const ofMeeting = z.object({ editionId: id, meetingId: id });

const meetingLine = {
  id,
  place: z.string(),
  heldOn: day,
  state: z.enum(meetingStates),
  openedAt: instant,
  closedAt: z.nullable(instant),
};
const count = z.record(z.string(), z.int());

export const readMeetings = route({
  summary:
    'List the meetings of an edition’s commission, the newest first, with the decisions that the reader may know of',
  method: 'GET',
  path: '/editions/:editionId/meetings',
  params: inEdition,
  reply: z.object({
    ...editionLine,
    items: z.array(z.object({ ...meetingLine, attending: z.int(), rulings: z.int() })),
    can: z.object({ open: z.boolean() }),
  }),
});
export type MeetingsView = z.infer<NonNullable<typeof readMeetings.reply>>;

export const openMeeting = route({
  summary: 'Open a meeting of the commission; an edition has one open meeting',
  method: 'POST',
  path: '/editions/:editionId/meetings',
  params: inEdition,
  body: z.object({ place: line(200), heldOn: day }),
  reply: created,
  refusals: ['admissions.meeting-is-open'],
});

export const readMeeting = route({
  summary: 'Read one meeting: where and when, who attends, and what the reader can do in it',
  method: 'GET',
  path: '/editions/:editionId/meetings/:meetingId',
  params: ofMeeting,
  reply: z.object({
    ...editionLine,
    ...meetingLine,
    openedBy: z.string(),
    members: z.array(
      z.object({ accountId: id, name: z.string(), role: z.enum(['chair', 'deputy', 'member']), attends: z.boolean() }),
    ),
    can: z.object({ note: z.boolean(), rule: z.boolean(), close: z.boolean() }),
  }),
});
export type MeetingView = z.infer<NonNullable<typeof readMeeting.reply>>;

export const noteAttendance = route({
  summary: 'Record whether a member attends the open meeting',
  method: 'PUT',
  path: '/editions/:editionId/meetings/:meetingId/attendance/:accountId',
  params: z.extend(ofMeeting, { accountId: id }),
  body: z.object({ attends: z.boolean() }),
  refusals: ['admissions.meeting-closed'],
});

const agendaItem = z.object({
  ...applicantLine,
  part: z.enum(agendaParts),
  state: z.enum(applicationStates),
  /** The dossier in a sentence; absent until the chair has declared that there is no conflict. */
  about: z.nullable(
    z.object({
      degree: z.nullable(z.object({ title: z.string(), eqfLevel: z.int() })),
      monthsOfExperience: z.int(),
      languages: z.array(z.object({ language: z.string(), level: z.string() })),
    }),
  ),
  cast: z.int(),
  quorum: z.int(),
  /** `null` until the chair has voted; findings and comments likewise. */
  votes: z.nullable(count),
  decidedByChair: z.boolean(),
  findings: z.array(z.object({ statement: inLanguages, finding: z.nullable(z.enum(findings)), counts: count })),
  comments: z.int(),
  /** The outcome of a ruling made now. */
  outcome: z.nullable(z.enum(rulingOutcomes)),
  whyNot: z.nullable(refusal),
  ruling: z.nullable(z.object({ outcome: z.enum(rulingOutcomes), reason: z.string(), at: instant })),
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const readAgenda = route({
  summary: 'List the applications before a meeting, for their chair: those that can be decided first',
  method: 'GET',
  path: '/editions/:editionId/meetings/:meetingId/agenda',
  params: ofMeeting,
  query: pageQuery,
  reply: page(agendaItem),
});
export type AgendaView = z.infer<NonNullable<typeof readAgenda.reply>>;

export const ruleInMeeting = route({
  summary: 'Record several decisions in an open meeting, each on its own; answers the outcome of each',
  method: 'POST',
  path: '/editions/:editionId/meetings/:meetingId/rulings',
  params: ofMeeting,
  body: z.object({
    rulings: z
      .array(z.object({ applicationId: id, reason: paragraph(4000), outcome: z.enum(rulingOutcomes) }))
      .check(z.minLength(1), z.maxLength(100)),
  }),
  reply: z.object({
    items: z.array(z.object({ applicationId: id, rulingId: z.nullable(id), whyNot: z.nullable(refusal) })),
  }),
  refusals: ['admissions.meeting-closed'],
});
export type RuledInMeeting = z.infer<NonNullable<typeof ruleInMeeting.reply>>;

export const closeMeeting = route({
  summary: 'Close a meeting and create its minutes, which never change',
  method: 'POST',
  path: '/editions/:editionId/meetings/:meetingId/closing',
  params: ofMeeting,
  /** A meeting with rulings gets its minutes, even if nobody closed it in time. */
  evenWhenClosed: true,
  refusals: ['admissions.meeting-closed'],
});

/** A document in plain parts: screen, PDF and text file have the same contents. */
const sheet = z.object({
  language: z.string(),
  title: z.string(),
  subtitle: z.string(),
  sections: z.array(
    z.object({
      title: z.string(),
      subtitle: z.nullable(z.string()),
      rows: z.array(z.object({ label: z.string(), paragraphs: z.array(z.string()) })),
    }),
  ),
  footer: z.string(),
});
export type MinutesSheet = z.infer<typeof sheet>;

export const minutesForms = ['pdf', 'text'] as const;
export type MinutesForm = (typeof minutesForms)[number];
const language = z.string().check(z.regex(/^[a-z]{2}$/));

export const readMinutes = route({
  summary: 'Read the minutes of a closed meeting, without the items with which the reader has a conflict of interest',
  method: 'GET',
  path: '/editions/:editionId/meetings/:meetingId/minutes',
  params: ofMeeting,
  query: z.object({ language: z._default(language, 'en') }),
  reply: z.object({
    ...editionLine,
    sheet,
    /** This reader's own minutes in each language and form; `null`: not asked for. */
    documents: z.array(
      z.object({
        language: z.string(),
        form: z.enum(minutesForms),
        state: z.nullable(z.enum(madeFileStates)),
      }),
    ),
  }),
});
export type MinutesView = z.infer<NonNullable<typeof readMinutes.reply>>;

export const printMinutes = route({
  summary:
    'Request one’s own copy of the minutes, as PDF and as text in every language; asking again is for those that failed',
  method: 'POST',
  path: '/editions/:editionId/meetings/:meetingId/minutes/documents',
  params: ofMeeting,
  evenWhenClosed: true,
});

export const readMinutesFile = route({
  summary: 'Download one’s own copy of the minutes',
  method: 'GET',
  path: '/editions/:editionId/meetings/:meetingId/minutes/documents/:language/:form',
  params: z.extend(ofMeeting, { language, form: z.enum(minutesForms) }),
  reply: 'file',
});
