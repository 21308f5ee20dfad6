import type { Routes } from '@angular/router';
import { onlyForPeople } from '../../platform/people';

export const placesRoutes: Routes = [
  {
    path: 'applications/:editionId/offer',
    title: 'places.offer.title',
    canActivate: [onlyForPeople],
    loadComponent: () => import('./offer.page').then((m) => m.OfferPage),
  },
];
