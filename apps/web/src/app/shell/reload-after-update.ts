import { DOCUMENT, inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { NotFetched } from '../platform/language';

/**
 * A page that was open while the product was updated asks for files that are gone. Loading the address anew fetches the
 * new ones; on the very first page it would only fail again.
 */
export function reloadAfterUpdate({ error, url }: NavigationError): void {
  const isGone = error instanceof NotFetched || (error instanceof TypeError && /import/i.test(error.message));
  if (isGone && inject(Router).lastSuccessfulNavigation()) inject(DOCUMENT).location.assign(url);
}
