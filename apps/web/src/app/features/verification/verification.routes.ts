import type { Pages } from '../../platform/pages';

/** Open to everybody: people who verify a credential have no account here. `?credential=<link>` verifies at once. */
export const verificationRoutes: Pages = [
  {
    path: 'verify',
    title: 'verification.page.title',
    loadComponent: () => import('./verify.page').then((m) => m.VerifyPage),
  },
  {
    path: 'log',
    title: 'verification.log-page.title',
    loadComponent: () => import('./log.page').then((m) => m.LogPage),
  },
];
