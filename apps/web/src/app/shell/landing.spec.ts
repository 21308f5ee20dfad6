import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type UrlTree } from '@angular/router';
import { Api } from '../platform/api';
import { SignedIn } from '../platform/people';
import { landing } from './landing';

const applicant = { organisation: [], editions: [] };
const edition = (id: string) => ({ editionId: id });

describe('the way from the start', () => {
  it.each<[string, object | null, object[], string]>([
    ['leads a visitor to the catalogue', null, [], '/programmes'],
    ['leads the coordinator to the editions', { ...applicant, organisation: ['coordinator'] }, [], '/editions'],
    ['leads who has applied once to the application', applicant, [edition('e1')], '/applications/e1'],
    ['lets who has applied twice choose', applicant, [edition('e1'), edition('e2')], '/applications'],
    ['shows who has not applied yet where to begin', applicant, [], '/applications'],
  ])('%s', async (_, me, items, address) => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        { provide: SignedIn, useValue: { whoever: async () => me, editions: () => [] } },
        { provide: Api, useValue: { send: async () => ({ items }) } },
      ],
    });
    const answer = await TestBed.runInInjectionContext(() => landing({} as never, {} as never));
    expect(TestBed.inject(Router).serializeUrl(answer as UrlTree)).toBe(address);
  });
});
