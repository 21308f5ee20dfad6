import type { Pages } from '../../platform/pages';
import { onlyFor, onlyForPeople } from '../../platform/people';

const commission = onlyFor('member', 'chair', 'deputy');
const readersOfMinutes = onlyFor('member', 'chair', 'deputy', 'coordinator');

export const admissionsRoutes: Pages = [
  {
    path: 'applications',
    title: 'admissions.mine.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./application/applications.page').then((m) => m.ApplicationsPage),
  },
  {
    path: 'applications/:editionId',
    title: 'admissions.application.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./application/application.page').then((m) => m.ApplicationPage),
  },
  {
    path: 'applications/:editionId/appeal',
    title: 'admissions.appeal.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./appeal/appeal.page').then((m) => m.AppealPage),
  },
];

/** Pages below an edition. */
export const admissionsOfEdition: Pages = [
  {
    path: 'desk',
    title: 'admissions.desk.title',
    canActivate: [commission],
    loadComponent: () => import('./commission/desk.page').then((m) => m.DeskPage),
  },
  {
    path: 'dossiers/:applicationId',
    title: 'admissions.dossier.title',
    canActivate: [commission],
    loadComponent: () => import('./commission/dossier.page').then((m) => m.DossierPage),
  },
  {
    path: 'rulings',
    title: 'admissions.rulings.title',
    canActivate: [commission],
    loadComponent: () => import('./ruling/rulings.page').then((m) => m.RulingsPage),
  },
  {
    path: 'rulings/:applicationId',
    title: 'admissions.rule.title',
    canActivate: [commission],
    loadComponent: () => import('./ruling/rule.page').then((m) => m.RulePage),
  },
  {
    path: 'meetings',
    title: 'admissions.meetings.title',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/meetings.page').then((m) => m.MeetingsPage),
  },
  {
    path: 'meetings/:meetingId',
    title: 'admissions.meeting.title',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/meeting.page').then((m) => m.MeetingPage),
  },
  {
    path: 'meetings/:meetingId/minutes',
    title: 'admissions.minutes.page',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/minutes.page').then((m) => m.MinutesPage),
  },
  {
    path: 'admissions/conflicts',
    title: 'admissions.conflicts.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./conflicts/conflicts.page').then((m) => m.ConflictsPage),
  },
  {
    path: 'admissions/assignment',
    title: 'admissions.assignment.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./assignment/assignment.page').then((m) => m.AssignmentPage),
  },
  {
    path: 'admissions/reports',
    title: 'admissions.report.title',
    canActivate: [onlyFor('coordinator', 'registrar')],
    loadComponent: () => import('./reports/reports.page').then((m) => m.ReportsPage),
  },
  {
    path: 'admissions/applications',
    title: 'admissions.list.title',
    canActivate: [onlyFor('coordinator', 'registrar')],
    loadComponent: () => import('./reports/list.page').then((m) => m.ListPage),
  },
  {
    path: 'admissions/places',
    title: 'places.desk.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./places-desk/places.page').then((m) => m.PlacesPage),
  },
  {
    path: 'admissions/letters',
    title: 'admissions.letters.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./letters/letters.page').then((m) => m.LettersPage),
  },
  {
    path: 'admissions/letters/:letterId',
    title: 'admissions.letters.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./letters/letter.page').then((m) => m.LetterPage),
  },
];
