import type { Router, UrlTree } from '@angular/router';
import { readMyApplications } from '@libretto/contracts';
import type { Api } from '../platform/api';

/** The page of one's only application, or the list of all; loaded only for who comes to it. */
export async function ownApplication(api: Api, router: Router): Promise<UrlTree> {
  const [only, ...more] = (await api.send(readMyApplications, {})).items;
  return router.createUrlTree(only && more.length === 0 ? ['/applications', only.editionId] : ['/applications']);
}
