/**
 * The addresses of the web application, fixed ones before those with a parameter. The server recognises pages by them;
 * a spec of the web compares them with its router.
 */
export const webPages = [
  '',
  'accessibility',
  'account',
  'account/address',
  'account/calendar',
  'account/data',
  'account/deletion',
  'account/notices',
  'account/notices/settings',
  'account/password',
  'applications',
  'applications/:editionId',
  'applications/:editionId/appeal',
  'applications/:editionId/offer',
  'awards',
  'awards/change',
  'awards/:enrolmentId',
  'booklet',
  'booklet/:editionId',
  'check-in',
  'confirm',
  'credentials/:publicId',
  'editions',
  'editions/plan/:slug',
  'editions/:editionId',
  'editions/:editionId/admissions/applications',
  'editions/:editionId/admissions/assignment',
  'editions/:editionId/admissions/conflicts',
  'editions/:editionId/admissions/letters',
  'editions/:editionId/admissions/letters/:letterId',
  'editions/:editionId/admissions/places',
  'editions/:editionId/admissions/reports',
  'editions/:editionId/attendance-requests',
  'editions/:editionId/awards',
  'editions/:editionId/awards/change',
  'editions/:editionId/awards/:enrolmentId',
  'editions/:editionId/completion',
  'editions/:editionId/completion/mine',
  'editions/:editionId/completion/:enrolmentId',
  'editions/:editionId/discussions',
  'editions/:editionId/discussions/start',
  'editions/:editionId/discussions/:threadId',
  'editions/:editionId/messages',
  'editions/:editionId/reported-posts',
  'editions/:editionId/announcements',
  'editions/:editionId/announcements/write',
  'editions/:editionId/announcements/:announcementId',
  'editions/:editionId/survey',
  'editions/:editionId/survey/results',
  'editions/:editionId/credential',
  'editions/:editionId/desk',
  'editions/:editionId/dossiers/:applicationId',
  'editions/:editionId/enrolments/:enrolmentId/attendance',
  'editions/:editionId/enrolments/:enrolmentId/ledger',
  'editions/:editionId/hours',
  'editions/:editionId/meetings',
  'editions/:editionId/meetings/:meetingId',
  'editions/:editionId/meetings/:meetingId/minutes',
  'editions/:editionId/modules',
  'editions/:editionId/modules/:moduleNumber',
  'editions/:editionId/modules/:moduleNumber/progress',
  'editions/:editionId/materials/:materialId',
  'editions/:editionId/materials/:materialId/edit',
  'editions/:editionId/materials/:materialId/self-test',
  'editions/:editionId/materials/:materialId/statistics',
  'editions/:editionId/move',
  'editions/:editionId/project-work',
  'editions/:editionId/project-work/feedback',
  'editions/:editionId/project-work/feedback/:feedbackId',
  'editions/:editionId/project-work/feedback-overview',
  'editions/:editionId/project-work/feedback-overview/:enrolmentId',
  'editions/:editionId/project-work/groups',
  'editions/:editionId/project-work/marking',
  'editions/:editionId/project-work/marking-table',
  'editions/:editionId/project-work/marking/:workId',
  'editions/:editionId/project-work/plan',
  'editions/:editionId/project-work/release',
  'editions/:editionId/project-work/workspace/:groupId',
  'editions/:editionId/publication',
  'editions/:editionId/rulings',
  'editions/:editionId/rulings/:applicationId',
  'editions/:editionId/sessions',
  'editions/:editionId/sessions/plan',
  'editions/:editionId/sessions/plan-several',
  'editions/:editionId/sessions/rooms',
  'editions/:editionId/sessions/:sessionId/attendance-report',
  'editions/:editionId/sessions/:sessionId/cancel',
  'editions/:editionId/sessions/:sessionId/code',
  'editions/:editionId/sessions/:sessionId/meeting',
  'editions/:editionId/sessions/:sessionId/move',
  'editions/:editionId/sessions/:sessionId/roll',
  'editions/:editionId/set-up',
  'editions/:editionId/today',
  'forgotten-password',
  'forgotten-password/sent',
  'institutions',
  'log',
  'mailbox',
  'mailbox/:mailId',
  'new-address',
  'new-password',
  'not-yours',
  'people',
  'people/invitations',
  'people/invite',
  'privacy',
  'programmes',
  'programmes/edit',
  'programmes/publish',
  'programmes/:slug',
  'programmes/:slug/rubric',
  'publications',
  'publications/:publicationId',
  'register',
  'register/sent',
  'shared/:sharedId',
  'signing-keys',
  'sign-in',
  'verify',
  'work',
] as const;
export type WebPage = (typeof webPages)[number];

/** The page at a path with the values of its parameters, or nothing. */
export function webPageAt(
  path: string,
): { readonly page: WebPage; readonly params: Readonly<Record<string, string>> } | undefined {
  const parts = partsOf(path);
  const page = webPages.find((page) => {
    const names = partsOf(page);
    return names.length === parts.length && names.every((name, at) => name.startsWith(':') || name === parts[at]);
  });
  if (page === undefined) return undefined;
  const params = partsOf(page).flatMap((name, at) =>
    name.startsWith(':') ? [[name.slice(1), parts[at] as string]] : [],
  );
  return { page, params: Object.fromEntries(params) as Record<string, string> };
}

/** The pages that say only what is in the first part of a language (`first-words.json`): where most visitors arrive. */
export const saysFirstWords = (path: string): boolean =>
  /^(|sign-in|work|not-yours|programmes(\/(?!publish$|edit$)[^/]+)?)$/.test(path);

/** The cookie that keeps the chosen language, so that the server begins the next page in it. */
export const languageCookie = 'libretto-language';

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** The pages about this installation's rules, each with its parts: says public-pages.privacy.*, says public-pages.accessibility.* */
const housePages = {
  privacy: ['who', 'what', 'why', 'shared', 'time', 'cookie', 'outside', 'rights'],
  accessibility: ['aim', 'how', 'limits', 'contact'],
} as const;
export type HousePage = keyof typeof housePages;
/** A part with its page: `privacy.who`. */
export type HousePart = { [Page in HousePage]: `${Page}.${(typeof housePages)[Page][number]}` }[HousePage];
export const housePartsOf = (page: HousePage) => housePages[page].map((part) => `${page}.${part}` as HousePart);
