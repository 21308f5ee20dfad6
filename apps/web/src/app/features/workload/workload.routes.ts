import type { Routes } from '@angular/router';
import { onlyForPeople } from '../../platform/people';

export const workloadRoutes: Routes = [
  {
    path: 'enrolments/:enrolmentId/ledger',
    title: 'workload.ledger.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./ledger.page').then((m) => m.LedgerPage),
  },
];
