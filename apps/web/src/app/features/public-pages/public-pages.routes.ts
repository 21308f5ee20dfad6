import type { Routes } from '@angular/router';

const loadComponent = () => import('./house.page').then((m) => m.HousePage);

export const publicPagesRoutes: Routes = [
  { path: 'privacy', title: 'public-pages.privacy.title', data: { about: 'privacy' }, loadComponent },
  { path: 'accessibility', title: 'public-pages.accessibility.title', data: { about: 'accessibility' }, loadComponent },
];
