import type { LoadChildren } from '@angular/router';
import type { Pages } from '../platform/pages';

/** The pages of a feature, loaded only for an address (what of it is left here) that is one of theirs. */
export const at = (addresses: RegExp, loadChildren: LoadChildren): Pages[number] => ({
  path: '',
  canMatch: [(_, segments) => addresses.test(segments.map(({ path }) => path).join('/'))],
  loadChildren,
});
