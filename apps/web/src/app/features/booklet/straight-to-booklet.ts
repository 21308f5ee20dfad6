import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SignedIn } from '../../platform/people';

/** Who takes part in one edition has one booklet; who takes part in more chooses. */
export const straightToBooklet: CanActivateFn = () => {
  const [only, ...more] = inject(SignedIn).editionsAs('participant');
  return more.length > 0 || !only || inject(Router).createUrlTree(['/booklet', only.editionId]);
};
