import type { ApplicationRef } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';

/**
 * Until the first page says as much as what the server said: all of its data where that was the whole page, or only the
 * page itself where it was the frame.
 */
export async function whenItsPageStands(app: ApplicationRef): Promise<void> {
  const router = app.injector.get(Router);
  const ends = router.events.pipe(filter((event) => event instanceof NavigationEnd));
  const isFrame = document.getElementById('served')?.className === 'frame';
  const stands = router.lastSuccessfulNavigation() ? Promise.resolve() : firstValueFrom(ends);
  await (isFrame ? Promise.race([stands, app.whenStable()]) : app.whenStable());
}

/**
 * Puts the application in place of the server's page, once its first page stands. Focus on a link of the one moves to
 * the same link of the other.
 */
export function takeThePlaceOfServed(document: Document): void {
  const served = document.getElementById('served');
  const at = served?.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  served?.remove();
  if (at) document.querySelector<HTMLElement>(`lib-root a[href="${CSS.escape(at)}"]`)?.focus();
}
