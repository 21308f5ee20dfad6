import type { Routes } from '@angular/router';
import { onlyFor } from '../../platform/people';

export const credentialsRoutes: Routes = [
  {
    path: 'awards',
    title: 'credentials.awards.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./awards.page').then((m) => m.AwardsPage),
  },
  {
    path: 'awards/:enrolmentId',
    title: 'credentials.award.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./award.page').then((m) => m.AwardPage),
  },
  {
    path: 'credentials/:publicId',
    title: 'credentials.shared.title',
    loadComponent: () => import('./shared-credential.page').then((m) => m.SharedCredentialPage),
  },
];

/** Pages below an edition. */
export const credentialsOfEdition: Routes = [
  {
    path: 'credential',
    title: 'credentials.card.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./my-credential.page').then((m) => m.MyCredentialPage),
  },
  {
    path: 'awards',
    title: 'credentials.awards.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./awards.page').then((m) => m.AwardsPage),
  },
  {
    path: 'awards/:enrolmentId',
    title: 'credentials.award.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./award.page').then((m) => m.AwardPage),
  },
];
