import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { readEdition } from '@libretto/contracts/first';
import { Api, codeOf } from '../api';
import { type Role, SignedIn } from './signed-in';

/** Guards a page for people who are signed in; a visitor signs in first and then comes back to it. */
export const onlyForPeople: CanActivateFn = (_, { url }) =>
  inject(SignedIn).me() !== null || signInBefore(inject(Router), url);

/**
 * Guards a page for holders of a role. The server decides anyway; this keeps a stale link from showing an empty page.
 * Nobody has a role in an edition that does not exist: not-found comes first.
 */
export const onlyFor =
  (...roles: Role[]): CanActivateFn =>
  async (route, state) => {
    const signedIn = inject(SignedIn);
    const router = inject(Router);
    if (signedIn.me() === null) return signInBefore(router, state.url);
    if (roles.some((role) => signedIn.is(role))) return true;
    const refusal = router.createUrlTree(['/not-yours']);
    return (await isThere(inject(Api), route))
      ? refusal
      : new RedirectCommand(router.createUrlTree(['/not-found']), { skipLocationChange: true });
  };

const signInBefore = (router: Router, url: string) =>
  router.createUrlTree(['/sign-in'], { queryParams: { then: url } });

async function isThere(api: Api, route: ActivatedRouteSnapshot): Promise<boolean> {
  const editionId: string | undefined = route.params['editionId'];
  if (editionId === undefined) return true;
  return api.send(readEdition, { params: { editionId } }).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'common.not-found',
  );
}
