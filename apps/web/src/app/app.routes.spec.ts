import type { Route, Routes } from '@angular/router';
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

  it('lead to one feature each: no other is loaded on the way', async () => {
    const wrong: string[] = [];
    const look = async (among: Routes, addresses: readonly string[]) => {
      const groups = among.filter(({ canMatch }) => canMatch);
      const fits = ({ canMatch = [] }: Route, address: string) =>
        canMatch.every((match) =>
          (match as (route: object, segments: object[]) => boolean)(
            {},
            address.split('/').map((path) => ({ path })),
          ),
        );
      for (const group of groups)
        for (const address of await addressesOf([{ ...group, canMatch: [] }]))
          if (!fits(group, address)) wrong.push(`${address} is not where its feature is loaded`);
      for (const address of addresses) {
        const loaded = groups.filter((group) => fits(group, address)).length;
        if (loaded > 1) wrong.push(`${address} loads ${loaded} features`);
      }
    };
    await look(routes, webPages);
    const ofEdition = routes.find(({ path }) => path === 'editions/:editionId')?.children ?? [];
    const below = webPages.filter((page) => page.startsWith('editions/:editionId'));
    await look(
      ofEdition,
      below.map((page) => page.replace(/^editions\/:editionId\/?/, '')),
    );
    expect(wrong).toEqual([]);
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
