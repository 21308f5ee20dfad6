import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const personalDataRoutes: Pages = [
  {
    path: 'account/data',
    title: 'personal-data.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./personal-data.page').then((m) => m.PersonalDataPage),
  },
];
