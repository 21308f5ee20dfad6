import type { Pages } from '../../platform/pages';
import { onlyForPeople } from '../../platform/people';

export const placesRoutes: Pages = [
  {
    path: 'applications/:editionId/offer',
    title: 'places.offer.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./offer.page').then((m) => m.OfferPage),
  },
];
