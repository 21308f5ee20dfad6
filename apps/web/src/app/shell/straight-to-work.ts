import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SignedIn } from '../platform/people';
import { today } from '../platform/time';
import { hatsOf } from './hats';

/** A visitor goes to the catalogue, a person to the most pressing of their pages; all of them are at `/work`. */
export const straightToWork: CanActivateFn = () => {
  const signedIn = inject(SignedIn);
  const me = signedIn.me();
  const [first] = me ? hatsOf(me, signedIn.editions(), today()) : [];
  return inject(Router).parseUrl(first?.path ?? '/programmes');
};
