import type { Routes } from '@angular/router';
import { onlyFor, onlyForPeople } from '../../platform/people';

const commission = onlyFor('member', 'chair', 'deputy');
const readersOfMinutes = onlyFor('member', 'chair', 'deputy', 'coordinator');

export const admissionsRoutes: Routes = [
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
  {
    path: 'editions/:editionId/desk',
    title: 'admissions.desk.title',
    canActivate: [commission],
    loadComponent: () => import('./commission/desk.page').then((m) => m.DeskPage),
  },
  {
    path: 'editions/:editionId/dossiers/:applicationId',
    title: 'admissions.dossier.title',
    canActivate: [commission],
    loadComponent: () => import('./commission/dossier.page').then((m) => m.DossierPage),
  },
  {
    path: 'editions/:editionId/rulings',
    title: 'admissions.rulings.title',
    canActivate: [commission],
    loadComponent: () => import('./ruling/rulings.page').then((m) => m.RulingsPage),
  },
  {
    path: 'editions/:editionId/rulings/:applicationId',
    title: 'admissions.rule.title',
    canActivate: [commission],
    loadComponent: () => import('./ruling/rule.page').then((m) => m.RulePage),
  },
  {
    path: 'editions/:editionId/meetings',
    title: 'admissions.meetings.title',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/meetings.page').then((m) => m.MeetingsPage),
  },
  {
    path: 'editions/:editionId/meetings/:meetingId',
    title: 'admissions.meeting.title',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/meeting.page').then((m) => m.MeetingPage),
  },
  {
    path: 'editions/:editionId/meetings/:meetingId/minutes',
    title: 'admissions.minutes.page',
    canActivate: [readersOfMinutes],
    loadComponent: () => import('./meeting/minutes.page').then((m) => m.MinutesPage),
  },
  {
    path: 'editions/:editionId/admissions/conflicts',
    title: 'admissions.conflicts.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./conflicts/conflicts.page').then((m) => m.ConflictsPage),
  },
  {
    path: 'editions/:editionId/admissions/assignment',
    title: 'admissions.assignment.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./assignment/assignment.page').then((m) => m.AssignmentPage),
  },
  {
    path: 'editions/:editionId/admissions/reports',
    title: 'admissions.report.title',
    canActivate: [onlyFor('coordinator', 'registrar')],
    loadComponent: () => import('./reports/reports.page').then((m) => m.ReportsPage),
  },
  {
    path: 'editions/:editionId/admissions/applications',
    title: 'admissions.list.title',
    canActivate: [onlyFor('coordinator', 'registrar')],
    loadComponent: () => import('./reports/list.page').then((m) => m.ListPage),
  },
  {
    path: 'editions/:editionId/admissions/places',
    title: 'places.desk.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./places-desk/places.page').then((m) => m.PlacesPage),
  },
  {
    path: 'editions/:editionId/admissions/letters',
    title: 'admissions.letters.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./letters/letters.page').then((m) => m.LettersPage),
  },
  {
    path: 'editions/:editionId/admissions/letters/:letterId',
    title: 'admissions.letters.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./letters/letter.page').then((m) => m.LetterPage),
  },
];
