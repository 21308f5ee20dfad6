import { afterNextRender, inject, Injector } from '@angular/core';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import type { Me } from '@libretto/contracts';
import { filter, take } from 'rxjs';
import { signInBefore } from './only-for';
import { SignedIn } from './signed-in';

/**
 * The person with whom the application begins: the one whom this browser knows. The server is asked again together with
 * what the first page asks; where the browser knows nobody, pages for some people wait for its answer.
 */
export function beginWithPerson(): Me | null {
  const [signedIn, router, injector] = [inject(SignedIn), inject(Router), inject(Injector)];
  const ask = signedIn.begin() ? () => askAgain(signedIn, router) : () => signedIn.whoever();
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    )
    .subscribe(() => afterNextRender(() => void ask(), { injector }));
  return signedIn.me();
}

async function askAgain(signedIn: SignedIn, router: Router): Promise<void> {
  // Without an answer the page goes on with what it knows, and its own questions say what is wrong.
  const me = await signedIn.refresh().catch(() => signedIn.me());
  if (me === null && isGuarded(router.routerState.snapshot.root))
    await router.navigateByUrl(signInBefore(router, router.url));
}

/** Whether the page is for some people only. */
const isGuarded = (route: ActivatedRouteSnapshot): boolean =>
  Boolean(route.routeConfig?.canActivate?.length) || route.children.some(isGuarded);
