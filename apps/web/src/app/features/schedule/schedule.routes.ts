import type { Pages } from '../../platform/pages';
import { onlyFor, onlyForPeople } from '../../platform/people';
import { keepScanned } from './check-in/keep-scanned';

const plans = onlyFor('tutor', 'coordinator');

export const scheduleRoutes: Pages = [
  {
    path: 'sessions',
    title: 'schedule.sessions.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./sessions.page').then((m) => m.SessionsPage),
  },
  {
    path: 'sessions/plan',
    title: 'schedule.plan.title',
    canActivate: [plans],
    loadComponent: () => import('./plan-session.page').then((m) => m.PlanSessionPage),
  },
  {
    path: 'sessions/plan-several',
    title: 'schedule.several.title',
    canActivate: [plans],
    loadComponent: () => import('./plan-sessions.page').then((m) => m.PlanSessionsPage),
  },
  {
    path: 'sessions/rooms',
    title: 'schedule.rooms.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./rooms.page').then((m) => m.RoomsPage),
  },
  {
    path: 'sessions/:sessionId/meeting',
    title: 'schedule.meeting.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./meeting.page').then((m) => m.MeetingPage),
  },
  {
    path: 'sessions/:sessionId/move',
    title: 'schedule.move.title',
    canActivate: [plans],
    loadComponent: () => import('./plan-session.page').then((m) => m.PlanSessionPage),
  },
  {
    path: 'sessions/:sessionId/cancel',
    title: 'schedule.cancel.title',
    canActivate: [plans],
    loadComponent: () => import('./cancel-session.page').then((m) => m.CancelSessionPage),
  },
  {
    path: 'sessions/:sessionId/roll',
    title: 'schedule.roll.title',
    canActivate: [plans],
    loadComponent: () => import('./roll.page').then((m) => m.RollPage),
  },
  {
    path: 'sessions/:sessionId/attendance-report',
    title: 'schedule.report.title',
    canActivate: [plans],
    loadComponent: () => import('./attendance-report.page').then((m) => m.AttendanceReportPage),
  },
  {
    path: 'enrolments/:enrolmentId/attendance',
    title: 'schedule.roll.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./attendance.page').then((m) => m.AttendancePage),
  },
  {
    path: 'attendance-requests',
    title: 'schedule.requests.title',
    canActivate: [plans],
    loadComponent: () => import('./attendance-requests.page').then((m) => m.AttendanceRequestsPage),
  },
  {
    path: 'today',
    title: 'schedule.today.title',
    canActivate: [plans],
    loadComponent: () => import('./today.page').then((m) => m.TodayPage),
  },
];

export const checkInRoutes: Pages = [
  {
    path: 'check-in',
    title: 'check-in.title',
    canActivate: [keepScanned, onlyForPeople],
    loadComponent: () => import('./check-in/check-in.page').then((m) => m.CheckInPage),
  },
  // On a wall there is no room for the edition's navigation.
  {
    path: 'editions/:editionId/sessions/:sessionId/code',
    title: 'check-in.title',
    canActivate: [plans],
    loadComponent: () => import('./check-in/code.page').then((m) => m.CodePage),
  },
];
