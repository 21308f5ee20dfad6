import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const credentialsRoutes: Pages = [
  {
    path: 'awards',
    title: 'credentials.awards.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./awards.page').then((m) => m.AwardsPage),
  },
  {
    path: 'signing-keys',
    title: 'credentials.keys.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./signing-keys.page').then((m) => m.SigningKeysPage),
  },
  {
    path: 'awards/change',
    title: 'credentials.changing.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./change-awards.page').then((m) => m.ChangeAwardsPage),
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
  {
    path: 'shared/:sharedId',
    title: 'credentials.linked.title',
    loadComponent: () => import('./linked-credential.page').then((m) => m.LinkedCredentialPage),
  },
];

/** Pages below an edition. */
export const credentialsOfEdition: Pages = [
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
    path: 'awards/change',
    title: 'credentials.changing.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./change-awards.page').then((m) => m.ChangeAwardsPage),
  },
  {
    path: 'awards/:enrolmentId',
    title: 'credentials.award.title',
    canActivate: [onlyFor('registrar')],
    loadComponent: () => import('./award.page').then((m) => m.AwardPage),
  },
];
