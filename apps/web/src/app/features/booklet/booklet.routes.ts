import type { Pages } from '../../platform/pages';
import { onlyFor } from '../../platform/people';
import { straightToBooklet } from './straight-to-booklet';

export const bookletRoutes: Pages = [
  {
    path: 'booklet',
    title: 'booklet.title',
    canActivate: [onlyFor('participant'), straightToBooklet],
    loadComponent: () => import('./booklets.page').then((m) => m.BookletsPage),
  },
];

/** Pages below an edition's booklet. */
export const bookletOfEdition: Pages = [
  {
    path: '',
    title: 'booklet.title',
    canActivate: [onlyFor('participant')],
    loadComponent: () => import('./booklet.page').then((m) => m.BookletPage),
  },
];
