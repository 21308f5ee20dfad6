import type { LoadChildren } from '@angular/router';
import type { Pages } from '../../platform/pages';

/**
 * Loads a feature whose pages have form fields, together with the look of fields: `loadChildren: withFields(() =>
 * import(…))`. The fields' code stays out of a visitor's first bundle.
 */
export function withFields(load: () => Promise<Pages>): LoadChildren {
  return async () => {
    const [children, { outlinedFields }] = await Promise.all([load(), import('./outlined-fields')]);
    return [{ path: '', providers: [outlinedFields], children }];
  };
}
