import type { Routes } from '@angular/router';
import { onlyFor } from '../../platform/people';

export const glanceRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'glance.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./glance.page').then((m) => m.GlancePage),
  },
];
