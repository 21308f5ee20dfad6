import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Api } from '../api';
import { type Role, SignedIn } from './signed-in';

/** Guards a page for people who are signed in; a visitor signs in first and then comes back to it. */
export const onlyForPeople: CanActivateFn = async (_, { url }) => {
  const router = inject(Router);
  return (await inject(SignedIn).whoever()) !== null || signInBefore(router, url);
};

/**
 * Guards a page for holders of a role. The server decides anyway; this keeps a stale link from showing an empty page.
 * Nobody has a role in an edition that does not exist: not-found comes first.
 */
export const onlyFor =
  (...roles: Role[]): CanActivateFn =>
  async (route, state) => {
    const signedIn = inject(SignedIn);
    const [router, api] = [inject(Router), inject(Api)];
    if (await signedIn.holds(...roles)) return true;
    if (signedIn.me() === null) return signInBefore(router, state.url);
    const refusal = router.createUrlTree(['/not-yours']);
    return (await existsFor(api, route))
      ? refusal
      : new RedirectCommand(router.createUrlTree(['/not-found']), { skipLocationChange: true });
  };

/** The sign-in page, which comes back to this address. */
export const signInBefore = (router: Router, url: string) =>
  router.createUrlTree(['/sign-in'], { queryParams: { then: url } });

async function existsFor(api: Api, { params }: ActivatedRouteSnapshot): Promise<boolean> {
  const editionId: string | undefined = params['editionId'];
  if (editionId === undefined) return true;
  const { isThere } = await import('./is-there');
  return isThere(api, editionId);
}
