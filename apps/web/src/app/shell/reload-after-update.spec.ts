import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationError, Router } from '@angular/router';
import { reloadAfterUpdate } from './reload-after-update';

const gone = new TypeError('Failed to fetch dynamically imported module: /chunk-ABC.js');

describe('a part of the page that is gone', () => {
  it.each<[string, unknown, object | null, string[]]>([
    ['is fetched by loading the address anew', gone, {}, ['/editions']],
    ['fails as it is on the first page', gone, null, []],
    ['is told from any other fault', new Error('No such thing'), {}, []],
  ])('%s', (_, error, before, loaded) => {
    const addresses: string[] = [];
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { lastSuccessfulNavigation: () => before } },
        {
          provide: DOCUMENT,
          useValue: { location: { assign: (url: string) => addresses.push(url) }, querySelectorAll: () => [] },
        },
      ],
    });
    TestBed.runInInjectionContext(() => reloadAfterUpdate(new NavigationError(1, '/editions', error)));
    expect(addresses).toEqual(loaded);
  });
});
