import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Api } from '../platform/api';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { startPagesOf } from './start-pages';

/**
 * A visitor goes to the catalogue, a person to the most pressing of their pages; all of them are at `/work`. Somebody
 * with one application goes to that application itself.
 */
export const landing: CanActivateFn = async () => {
  const [signedIn, router, api] = [inject(SignedIn), inject(Router), inject(Api)];
  const me = await signedIn.whoever();
  const [first] = me ? startPagesOf(me, signedIn.editions(), today()) : [];
  if (first?.key !== 'applications') return router.parseUrl(first?.path ?? '/programmes');
  const { ownApplication } = await import('./own-application');
  return ownApplication(api, router);
};
