import type { Routes } from '@angular/router';
import { onlyFor, onlyForPeople } from '../../platform/people';

const plans = onlyFor('tutor', 'coordinator');

export const scheduleRoutes: Routes = [
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
    path: 'today',
    title: 'schedule.today.title',
    canActivate: [plans],
    loadComponent: () => import('./today.page').then((m) => m.TodayPage),
  },
];
