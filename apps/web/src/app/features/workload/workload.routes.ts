import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const workloadRoutes: Pages = [
  {
    path: 'enrolments/:enrolmentId/ledger',
    title: 'workload.ledger.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./ledger.page').then((m) => m.LedgerPage),
  },
];
