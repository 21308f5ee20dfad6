import type { Routes } from '@angular/router';
import { onlyFor } from '../../platform/people';
import { straightToBooklet } from './straight-to-booklet';

export const bookletRoutes: Routes = [
  {
    path: 'booklet',
    title: 'booklet.title',
    canActivate: [onlyFor('participant'), straightToBooklet],
    loadComponent: () => import('./booklets.page').then((m) => m.BookletsPage),
  },
];

/** Pages below an edition's booklet. */
export const bookletOfEdition: Routes = [
  {
    path: '',
    title: 'booklet.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./booklet.page').then((m) => m.BookletPage),
  },
];
