import { onlyForPeople } from './platform/people';
import type { Pages } from './platform/pages';
import { programmesRoutes } from './features/programmes/programmes.routes';
import { publicPagesRoutes } from './features/public-pages/public-pages.routes';
import { at } from './shell/at';
import { landing } from './shell/landing';
import { withFields } from './ui/form/with-fields';

const editionFrame = () => import('./features/editions/edition-frame').then((m) => m.EditionFrame);

/** Every page below `/editions/:editionId`; the frame around them is the edition’s name and navigation. */
const pagesOfEdition: Pages = [
  at(/^$/, () => import('./features/glance/glance.routes').then((m) => m.glanceRoutes)),
  at(
    /^(set-up|move)$/,
    withFields(() => import('./features/editions/editions.routes').then((m) => m.setUpOfEdition)),
  ),
  at(
    /^(desk|dossiers|rulings|meetings|admissions)(\/|$)/,
    withFields(() => import('./features/admissions/admissions.routes').then((m) => m.admissionsOfEdition)),
  ),
  at(
    /^(sessions|today|attendance-requests|enrolments\/[^/]+\/attendance)(\/|$)/,
    withFields(() => import('./features/schedule/schedule.routes').then((m) => m.scheduleRoutes)),
  ),
  at(
    /^(modules|materials)(\/|$)/,
    withFields(() => import('./features/modules/modules.routes').then((m) => m.modulesRoutes)),
  ),
  at(
    /^(discussions|messages|reported-posts)(\/|$)/,
    withFields(() => import('./features/discussions/discussions.routes').then((m) => m.discussionsRoutes)),
  ),
  at(
    /^announcements(\/|$)/,
    withFields(() => import('./features/announcements/announcements.routes').then((m) => m.announcementsRoutes)),
  ),
  at(
    /^project-work(\/|$)/,
    withFields(() => import('./features/project-work/project-work.routes').then((m) => m.projectWorkRoutes)),
  ),
  at(
    /^publication$/,
    withFields(() => import('./features/publication/publication.routes').then((m) => m.publicationOfEdition)),
  ),
  at(
    /^hours$/,
    withFields(() => import('./features/pace/pace.routes').then((m) => m.paceRoutes)),
  ),
  at(
    /^enrolments\/[^/]+\/(?!attendance$)/,
    withFields(() => import('./features/workload/workload.routes').then((m) => m.workloadRoutes)),
  ),
  at(
    /^completion(\/|$)/,
    withFields(() => import('./features/completion/completion.routes').then((m) => m.completionRoutes)),
  ),
  at(
    /^(credential|awards)(\/|$)/,
    withFields(() => import('./features/credentials/credentials.routes').then((m) => m.credentialsOfEdition)),
  ),
  at(
    /^survey(\/|$)/,
    withFields(() => import('./features/surveys/surveys.routes').then((m) => m.surveysRoutes)),
  ),
];

/**
 * Every page, by feature. `title` is a key of the language files. A feature is loaded when one of its pages is opened: without
 * `at` the router would load one after the other until it finds the page.
 */
export const routes: Pages = [
  { path: '', pathMatch: 'full', canActivate: [landing], children: [] },
  {
    path: 'work',
    title: 'shell.work.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./shell/work.page').then((m) => m.WorkPage),
  },
  {
    path: 'not-yours',
    loadComponent: () => import('./shell/not-yours.page').then((m) => m.NotYoursPage),
    title: 'shell.not-yours.title',
  },
  // Where most visitors arrive: known from the start.
  ...programmesRoutes,
  ...publicPagesRoutes,
  at(
    /^(verify|log)$/,
    withFields(() => import('./features/verification/verification.routes').then((m) => m.verificationRoutes)),
  ),
  at(
    /^(sign-in|register|confirm|forgotten-password|new-password|new-address|institutions|account(?!\/(data|calendar|notices(\/settings)?)$))(\/|$)/,
    withFields(() => import('./features/accounts/accounts.routes').then((m) => m.accountsRoutes)),
  ),
  at(
    /^(check-in|editions\/[^/]+\/sessions\/[^/]+\/code)$/,
    withFields(() => import('./features/schedule/schedule.routes').then((m) => m.checkInRoutes)),
  ),
  at(/^mailbox(\/|$)/, () => import('./features/mailbox/mailbox.routes').then((m) => m.mailboxRoutes)),
  at(
    /^(awards|credentials|shared|signing-keys)(\/|$)/,
    withFields(() => import('./features/credentials/credentials.routes').then((m) => m.credentialsRoutes)),
  ),
  at(/^publications(\/|$)/, () => import('./features/publication/publication.routes').then((m) => m.publicationRoutes)),
  at(
    /^booklet$/,
    withFields(() => import('./features/booklet/booklet.routes').then((m) => m.bookletRoutes)),
  ),
  at(
    /^editions(\/plan\/|$)/,
    withFields(() => import('./features/editions/editions.routes').then((m) => m.editionsRoutes)),
  ),
  at(
    /^applications(\/[^/]+(\/appeal)?)?$/,
    withFields(() => import('./features/admissions/admissions.routes').then((m) => m.admissionsRoutes)),
  ),
  at(/^applications\/[^/]+\/offer$/, () => import('./features/places/places.routes').then((m) => m.placesRoutes)),
  at(/^account\/data$/, () =>
    import('./features/personal-data/personal-data.routes').then((m) => m.personalDataRoutes),
  ),
  at(
    /^account\/calendar$/,
    withFields(() => import('./features/calendar/calendar.routes').then((m) => m.calendarRoutes)),
  ),
  at(
    /^account\/notices(\/settings)?$/,
    withFields(() => import('./features/notices/notices.routes').then((m) => m.noticesRoutes)),
  ),
  at(
    /^people(\/|$)/,
    withFields(() => import('./features/people/people.routes').then((m) => m.peopleRoutes)),
  ),
  {
    path: 'booklet/:editionId',
    loadComponent: editionFrame,
    loadChildren: withFields(() => import('./features/booklet/booklet.routes').then((m) => m.bookletOfEdition)),
  },
  { path: 'editions/:editionId', loadComponent: editionFrame, children: pagesOfEdition },
  // New features go above this line.
  {
    path: '**',
    loadComponent: () => import('./shell/not-found.page').then((m) => m.NotFoundPage),
    title: 'shell.not-found.title',
  },
];
