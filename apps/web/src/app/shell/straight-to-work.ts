import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { hatsOf } from './hats';

/** A visitor goes to the catalogue, a person with one thing to do goes to it; who wears several hats chooses on the landing page. */
export const straightToWork: CanActivateFn = () => {
  const signedIn = inject(SignedIn);
  const me = signedIn.me();
  const hats = me ? hatsOf(me, signedIn.editions(), today()) : [{ path: '/programmes' }];
  return hats.length > 1 || inject(Router).parseUrl(hats[0]?.path ?? '/programmes');
};
