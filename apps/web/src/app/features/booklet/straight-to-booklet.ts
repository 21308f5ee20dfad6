import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SignedIn } from '../../platform/people';

/** A participant of one edition goes straight to its booklet; with more editions, they choose. */
export const straightToBooklet: CanActivateFn = () => {
  const [only, ...more] = inject(SignedIn).editionsAs('participant');
  return more.length > 0 || !only || inject(Router).createUrlTree(['/booklet', only.editionId]);
};
