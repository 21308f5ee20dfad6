import type { LoadChildren, Routes } from '@angular/router';

/**
 * Loads a feature whose pages have form fields, and with it how fields look: `loadChildren: withFields(() => import(…))`.
 * The fields' code stays out of what a visitor loads first.
 */
export function withFields(load: () => Promise<Routes>): LoadChildren {
  return async () => {
    const [children, { outlinedFields }] = await Promise.all([load(), import('./outlined-fields')]);
    return [{ path: '', providers: [outlinedFields], children }];
  };
}
