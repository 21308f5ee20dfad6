import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';

export const publicationRoutes: Pages = [
  {
    path: 'publications',
    title: 'publication.public.title',
    loadComponent: () => import('./publications.page').then((m) => m.PublicationsPage),
  },
  {
    path: 'publications/:publicationId',
    title: 'publication.title',
    loadComponent: () => import('./public-publication.page').then((m) => m.PublicPublicationPage),
  },
];

/** Pages below an edition. */
export const publicationOfEdition: Pages = [
  {
    path: 'publication',
    title: 'publication.title',
    canActivate: [onlyFor('coordinator')],
    loadComponent: () => import('./publication.page').then((m) => m.PublicationPage),
  },
];
