import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SignedIn } from '../../platform/people';

/** A participant of one edition goes straight to its booklet; with more editions, they choose. */
export const straightToBooklet: CanActivateFn = async () => {
  const [signedIn, router] = [inject(SignedIn), inject(Router)];
  await signedIn.holds('participant');
  const [only, ...more] = signedIn.editionsAs('participant');
  return more.length > 0 || !only || router.createUrlTree(['/booklet', only.editionId]);
};
