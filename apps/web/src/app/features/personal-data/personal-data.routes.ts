import type { Routes } from '@angular/router';
import { onlyForPeople } from '../../platform/people';

export const personalDataRoutes: Routes = [
  {
    path: 'account/data',
    title: 'personal-data.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./personal-data.page').then((m) => m.PersonalDataPage),
  },
];
