import type { Routes } from '@angular/router';

/** Open to everybody: who checks a credential has no account here. `?credential=<link>` checks at once. */
export const verificationRoutes: Routes = [
  {
    path: 'verify',
    title: 'verification.page.title',
    loadComponent: () => import('./verify.page').then((m) => m.VerifyPage),
  },
];
