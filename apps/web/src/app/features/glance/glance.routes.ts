import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const glanceRoutes: Pages = [
  {
    path: '',
    pathMatch: 'full',
    title: 'glance.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./glance.page').then((m) => m.GlancePage),
  },
];
