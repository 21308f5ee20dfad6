import type { Person } from '../harness/sign-in';

/** A page, the person of the demo who opens it, and where its ids stand. */
export interface Screen {
  readonly page: string;
  readonly by: Person | 'visitor';
  /** The edition's name; by default the one that is running. */
  readonly edition?: string;
  /** For each further part of the address: a question below `/api`, the name of the value in its answer, and which. */
  readonly from?: Readonly<Record<string, readonly [question: string, name: string, at?: number]>>;
  readonly query?: string;
}

const next = 'Spring 2027';
const pilot = 'Pilot';
const of = (feature: string) => `/editions/:editionId/${feature}`;
const award = { enrolmentId: ['/awards?edition=:editionId', 'enrolmentId'] } as const;
const thread = { threadId: [of('threads'), 'id'] } as const;
const announcement = { announcementId: [of('announcements'), 'id'] } as const;
const selfTest = { materialId: [of('modules/1/progress'), 'id', 4] } as const;
const session = { sessionId: [of('sessions'), 'id'] } as const;

/** Every page of the application. */
export const screens: readonly Screen[] = [
  // For everybody
  { page: 'programmes', by: 'visitor' },
  { page: 'programmes/:slug', by: 'visitor', from: { slug: ['/programmes', 'slug'] } },
  { page: 'verify', by: 'visitor' },
  { page: 'log', by: 'visitor' },
  { page: 'credentials/:publicId', by: 'holder', edition: pilot, from: { publicId: [of('credential'), 'publicId'] } },
  { page: 'shared/:sharedId', by: 'holder', edition: pilot, from: { sharedId: [of('credential/links'), 'publicId'] } },
  { page: 'publications', by: 'visitor' },
  { page: 'publications/:publicationId', by: 'visitor', from: { publicationId: ['/publications', 'id'] } },
  { page: 'mailbox', by: 'visitor' },
  { page: 'mailbox/:mailId', by: 'visitor', from: { mailId: ['/demo/mails', 'id'] } },
  { page: 'privacy', by: 'visitor' },
  { page: 'accessibility', by: 'visitor' },
  { page: 'not-yours', by: 'applicant' },
  { page: 'sign-in', by: 'visitor' },
  { page: 'register', by: 'visitor' },
  { page: 'register/sent', by: 'visitor' },
  { page: 'confirm', by: 'visitor', query: 'code=none' },
  { page: 'forgotten-password', by: 'visitor' },
  { page: 'forgotten-password/sent', by: 'visitor' },
  { page: 'new-password', by: 'visitor', query: 'code=none' },
  { page: 'new-address', by: 'visitor', query: 'code=none' },
  // For every person
  { page: 'work', by: 'tutor' },
  { page: 'account', by: 'applicant' },
  { page: 'account/password', by: 'applicant' },
  { page: 'account/address', by: 'applicant' },
  { page: 'account/deletion', by: 'applicant' },
  { page: 'account/data', by: 'applicant' },
  { page: 'account/notices', by: 'participant' },
  { page: 'account/notices/settings', by: 'participant' },
  { page: 'account/calendar', by: 'tutor' },
  // Of applicants
  { page: 'applications', by: 'applicant' },
  { page: 'applications/:editionId', by: 'participant' },
  { page: 'applications/:editionId/appeal', by: 'applicant', edition: next },
  { page: 'applications/:editionId/offer', by: 'participant' },
  // Of participants
  { page: 'booklet', by: 'participant' },
  { page: 'booklet/:editionId', by: 'participant' },
  { page: 'editions/:editionId/modules', by: 'participant' },
  {
    page: 'editions/:editionId/modules/:moduleNumber',
    by: 'participant',
    from: { moduleNumber: [of('modules'), 'number'] },
  },
  {
    page: 'editions/:editionId/materials/:materialId',
    by: 'participant',
    from: { materialId: [of('booklet'), 'materialId'] },
  },
  {
    page: 'editions/:editionId/materials/:materialId/edit',
    by: 'tutor',
    from: { materialId: [of('modules/1/progress'), 'id'] },
  },
  { page: 'editions/:editionId/materials/:materialId/self-test', by: 'tutor', from: selfTest },
  { page: 'editions/:editionId/materials/:materialId/statistics', by: 'tutor', from: selfTest },
  {
    page: 'editions/:editionId/modules/:moduleNumber/progress',
    by: 'tutor',
    from: { moduleNumber: [of('modules'), 'number'] },
  },
  { page: 'editions/:editionId/project-work', by: 'participant' },
  { page: 'editions/:editionId/project-work/feedback', by: 'holder', edition: pilot },
  {
    page: 'editions/:editionId/project-work/feedback/:feedbackId',
    by: 'holder',
    edition: pilot,
    from: { feedbackId: [of('project-work/feedback'), 'feedbackId'] },
  },
  { page: 'editions/:editionId/completion/mine', by: 'participant' },
  { page: 'editions/:editionId/announcements', by: 'participant' },
  { page: 'editions/:editionId/discussions', by: 'participant' },
  { page: 'editions/:editionId/discussions/start', by: 'participant' },
  { page: 'editions/:editionId/discussions/:threadId', by: 'participant', from: thread },
  { page: 'editions/:editionId/messages', by: 'participant' },
  { page: 'editions/:editionId/announcements/:announcementId', by: 'participant', from: announcement },
  { page: 'editions/:editionId/survey', by: 'holder', edition: 'Shapes' },
  { page: 'editions/:editionId/credential', by: 'holder', edition: pilot },
  { page: 'editions/:editionId/sessions', by: 'participant' },
  { page: 'check-in', by: 'participant' },
  {
    page: 'editions/:editionId/enrolments/:enrolmentId/ledger',
    by: 'participant',
    from: { enrolmentId: [of('booklet'), 'enrolmentId'] },
  },
  {
    page: 'editions/:editionId/enrolments/:enrolmentId/attendance',
    by: 'participant',
    from: { enrolmentId: [of('booklet'), 'enrolmentId'] },
  },
  // Of the commission
  { page: 'editions/:editionId/desk', by: 'member', edition: next },
  {
    page: 'editions/:editionId/dossiers/:applicationId',
    by: 'member',
    edition: next,
    from: { applicationId: [of('desk'), 'applicationId'] },
  },
  { page: 'editions/:editionId/rulings', by: 'chair', edition: next },
  {
    page: 'editions/:editionId/rulings/:applicationId',
    by: 'chair',
    edition: next,
    from: { applicationId: [of('rulings'), 'applicationId'] },
  },
  { page: 'editions/:editionId/meetings', by: 'chair', edition: next },
  {
    page: 'editions/:editionId/meetings/:meetingId',
    by: 'chair',
    edition: next,
    from: { meetingId: [of('meetings'), 'id'] },
  },
  // The newest meeting is open; the one before has minutes.
  {
    page: 'editions/:editionId/meetings/:meetingId/minutes',
    by: 'chair',
    edition: next,
    from: { meetingId: [of('meetings'), 'id', 1] },
  },
  // Of tutors
  { page: 'editions/:editionId/today', by: 'tutor' },
  { page: 'editions/:editionId/hours', by: 'tutor' },
  { page: 'editions/:editionId/sessions/plan', by: 'tutor' },
  { page: 'editions/:editionId/sessions/plan-several', by: 'tutor' },
  { page: 'editions/:editionId/sessions/rooms', by: 'coordinator' },
  { page: 'editions/:editionId/sessions/:sessionId/meeting', by: 'tutor', from: session },
  { page: 'editions/:editionId/sessions/:sessionId/move', by: 'tutor', from: session },
  { page: 'editions/:editionId/sessions/:sessionId/cancel', by: 'tutor', from: session },
  { page: 'editions/:editionId/sessions/:sessionId/code', by: 'tutor', from: session },
  { page: 'editions/:editionId/sessions/:sessionId/roll', by: 'tutor', from: session },
  { page: 'editions/:editionId/sessions/:sessionId/attendance-report', by: 'tutor', from: session },
  { page: 'editions/:editionId/attendance-requests', by: 'tutor' },
  { page: 'editions/:editionId/project-work/marking', by: 'tutor' },
  { page: 'editions/:editionId/project-work/marking-table', by: 'tutor' },
  {
    page: 'editions/:editionId/project-work/marking/:workId',
    by: 'tutor',
    from: { workId: [of('project-work/marking'), 'workId'] },
  },
  { page: 'editions/:editionId/project-work/feedback-overview', by: 'coordinator', edition: pilot },
  {
    page: 'editions/:editionId/project-work/feedback-overview/:enrolmentId',
    by: 'coordinator',
    edition: pilot,
    from: { enrolmentId: [of('project-work/feedback-overview'), 'enrolmentId'] },
  },
  { page: 'editions/:editionId/completion', by: 'tutor' },
  { page: 'editions/:editionId/announcements/write', by: 'tutor' },
  { page: 'editions/:editionId/reported-posts', by: 'tutor' },
  { page: 'editions/:editionId/survey/results', by: 'tutor', edition: pilot },
  {
    page: 'editions/:editionId/completion/:enrolmentId',
    by: 'tutor',
    from: { enrolmentId: [of('completion'), 'enrolmentId'] },
  },
  // Of coordinators
  { page: 'editions', by: 'coordinator' },
  { page: 'editions/plan/:slug', by: 'coordinator', from: { slug: ['/programmes', 'slug'] } },
  { page: 'editions/:editionId', by: 'coordinator' },
  { page: 'editions/:editionId/set-up', by: 'coordinator' },
  { page: 'editions/:editionId/move', by: 'coordinator' },
  { page: 'editions/:editionId/admissions/conflicts', by: 'coordinator', edition: next },
  { page: 'editions/:editionId/admissions/assignment', by: 'coordinator', edition: next },
  { page: 'editions/:editionId/admissions/reports', by: 'coordinator' },
  { page: 'editions/:editionId/admissions/applications', by: 'coordinator', edition: next },
  { page: 'editions/:editionId/admissions/places', by: 'coordinator', edition: next },
  { page: 'editions/:editionId/admissions/letters', by: 'coordinator' },
  {
    page: 'editions/:editionId/admissions/letters/:letterId',
    by: 'coordinator',
    from: { letterId: [of('admissions/letters'), 'letterId'] },
  },
  { page: 'editions/:editionId/project-work/plan', by: 'coordinator' },
  { page: 'editions/:editionId/project-work/release', by: 'coordinator' },
  { page: 'editions/:editionId/publication', by: 'coordinator', edition: pilot },
  { page: 'editions/:editionId/project-work/groups', by: 'coordinator' },
  {
    page: 'editions/:editionId/project-work/workspace/:groupId',
    by: 'coordinator',
    from: { groupId: [of('project-work/groups'), 'id', 1] },
  },
  { page: 'programmes/edit', by: 'coordinator' },
  { page: 'programmes/publish', by: 'coordinator' },
  { page: 'programmes/:slug/rubric', by: 'coordinator', from: { slug: ['/programmes', 'slug'] } },
  { page: 'people', by: 'coordinator' },
  { page: 'people/invite', by: 'coordinator' },
  { page: 'people/invitations', by: 'coordinator' },
  { page: 'institutions', by: 'coordinator' },
  // Of registrars
  { page: 'awards', by: 'registrar' },
  { page: 'signing-keys', by: 'registrar' },
  { page: 'awards/change', by: 'registrar' },
  { page: 'awards/:enrolmentId', by: 'registrar', edition: pilot, from: award },
  { page: 'editions/:editionId/awards', by: 'registrar', edition: pilot },
  { page: 'editions/:editionId/awards/change', by: 'registrar', edition: pilot },
  { page: 'editions/:editionId/awards/:enrolmentId', by: 'registrar', edition: pilot, from: award },
];
