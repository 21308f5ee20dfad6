import type { Routes } from '@angular/router';
import { webPageAt, webPages } from '@libretto/contracts';
import { routes } from './app.routes';

/** Every address of the router with a page, with the features loaded. */
async function addressesOf(routes: Routes, above: readonly string[] = []): Promise<string[]> {
  const found = await Promise.all(
    routes.map(async ({ path = '', loadChildren, children, loadComponent, canActivate }) => {
      if (path === '**') return [];
      const parts = [...above, ...path.split('/').filter(Boolean)];
      const below = loadChildren ? ((await loadChildren()) as Routes) : (children ?? []);
      // A component around others, like an edition's frame, has its address from the page in it.
      const isPage = below.length === 0 && (loadComponent || canActivate);
      return [...(isPage ? [parts.join('/')] : []), ...(await addressesOf(below, parts))];
    }),
  );
  return found.flat();
}

describe('the addresses of the web application', () => {
  it('are those by which the server tells a page from nothing: a route added here is added to webPages of the contracts', async () => {
    expect([...(await addressesOf(routes))].sort()).toEqual([...webPages].sort());
  });

  it.each([
    ['/', ''],
    ['programmes/publish', 'programmes/publish'],
    ['programmes/automatic-recognition', 'programmes/:slug'],
    ['editions/e1/sessions/plan', 'editions/:editionId/sessions/plan'],
    ['editions/plan/automatic-recognition', 'editions/plan/:slug'],
    ['programmes/one/two', undefined],
    ['wp-admin', undefined],
  ])('%s is the page %s', (path, page) => {
    expect(webPageAt(path)?.page).toBe(page);
  });
});
