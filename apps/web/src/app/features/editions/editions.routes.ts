import type { Pages } from '../../platform/pages';
import { onlyFor, onlyForPeople } from '../../platform/people';

export const editionsRoutes: Pages = [
  {
    path: 'editions',
    title: 'editions.list.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./editions.page').then((m) => m.EditionsPage),
  },
  {
    path: 'editions/plan/:slug',
    title: 'editions.plan.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./plan-edition.page').then((m) => m.PlanEditionPage),
  },
];

/** Pages below an edition. */
export const setUpOfEdition: Pages = [
  {
    path: 'set-up',
    title: 'editions.set-up.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./set-up.page').then((m) => m.SetUpPage),
  },
  {
    path: 'move',
    title: 'editions.move.short-title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./move.page').then((m) => m.MovePage),
  },
];
