import type { LoadChildren, Routes } from '@angular/router';

/**
 * Loads a feature whose pages have form fields, together with the look of fields: `loadChildren: withFields(() =>
 * import(…))`. The fields' code stays out of a visitor's first bundle.
 */
export function withFields(load: () => Promise<Routes>): LoadChildren {
  return async () => {
    const [children, { outlinedFields }] = await Promise.all([load(), import('./outlined-fields')]);
    return [{ path: '', providers: [outlinedFields], children }];
  };
}
