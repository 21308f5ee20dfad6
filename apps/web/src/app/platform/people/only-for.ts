import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { type Role, SignedIn } from './signed-in';

/** Guards a page for people who are signed in; a visitor signs in first and then comes back to it. */
export const onlyForPeople: CanActivateFn = (_, { url }) =>
  inject(SignedIn).me() !== null || inject(Router).createUrlTree(['/sign-in'], { queryParams: { then: url } });

/** Guards a page for holders of a role. The server decides anyway; this keeps a stale link from showing an empty page. */
export const onlyFor = (...roles: Role[]): CanActivateFn => (route, state) => {
  const signedIn = inject(SignedIn);
  if (signedIn.me() === null) return onlyForPeople(route, state);
  return roles.some((role) => signedIn.is(role)) || inject(Router).createUrlTree(['/not-yours']);
};
