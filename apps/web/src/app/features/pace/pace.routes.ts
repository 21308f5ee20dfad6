import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const paceRoutes: Pages = [
  {
    path: 'hours',
    title: 'pace.list.title',
    canActivate: [onlyFor('tutor', 'coordinator')],
    loadComponent: () => import('./hours.page').then((m) => m.HoursPage),
  },
];
