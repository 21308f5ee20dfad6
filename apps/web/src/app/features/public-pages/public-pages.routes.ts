import type { Pages } from '../../platform/pages';

const loadComponent = () => import('./house.page').then((m) => m.HousePage);

export const publicPagesRoutes: Pages = [
  { path: 'privacy', title: 'public-pages.privacy.title', data: { about: 'privacy' }, loadComponent },
  { path: 'accessibility', title: 'public-pages.accessibility.title', data: { about: 'accessibility' }, loadComponent },
];
