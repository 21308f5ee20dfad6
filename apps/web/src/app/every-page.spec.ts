import type { TestRequest } from '@angular/common/http/testing';
import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Route as Page, type Routes, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import * as contracts from '@libretto/contracts';
import { saysFirstWords, type Route } from '@libretto/contracts';
import type { Sentences } from '@libretto/language';
import { readLanguages } from '@libretto/language/files';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Fullness, sampleOf } from '../testing/sample-of';
import { readEnglish, speaking } from '../testing/speaking';
import { routes } from './app.routes';
import { SignedIn } from './platform/people';

/** The rules of every page in every state: while it waits, when its requests fail, and with empty and full replies. */

const root = join(__dirname, '../../../..');
const english = readLanguages(join(root, 'libs/language')).get('en') ?? {};
const firstWords = JSON.parse(readFileSync(join(root, 'libs/language/first-words.json'), 'utf8')) as string[];
const first = onlyFirst(english);
const features = Object.keys(english).join('|');
const key = new RegExp(`\\b(?:${features})(?:\\.[a-z0-9-]+){1,5}\\b`, 'g');
const id = '0193c0de-0000-7000-8000-000000000001';

/** A programme's parts depend on each other: no sample of its shape is one. */
const definition = parse(readFileSync(join(root, 'programmes/automatic-recognition.yaml'), 'utf8')) as unknown;

/** A page stands without these: the demo's people, and the contact of an installation. */
const optional = /^\/api\/(installation|demo)$/;

/** The sentences that the build puts in the first part of a language. */
function onlyFirst(sentences: Sentences, above = ''): Sentences {
  return Object.fromEntries(
    Object.entries(sentences).flatMap(([name, value]) => {
      if (firstWords.includes(above + name)) return [[name, value]];
      return typeof value === 'string' ? [] : [[name, onlyFirst(value, `${above}${name}.`)]];
    }),
  );
}

interface Found {
  readonly path: string;
  readonly data: Page['data'];
  readonly load: () => Promise<Type<unknown>>;
}

/** Every page of these routes with its whole path. */
async function pagesOf(all: Routes, above = ''): Promise<Found[]> {
  const found = await Promise.all(
    all.map(async (page: Page): Promise<Found[]> => {
      const path = [above, page.path].filter(Boolean).join('/');
      const children = page.children ?? ((await page.loadChildren?.()) as Routes | undefined);
      if (children) return pagesOf(children, path);
      return page.loadComponent ? [{ path, data: page.data, load: page.loadComponent as Found['load'] }] : [];
    }),
  );
  return found.flat();
}

const gets = Object.values<unknown>({ ...contracts }).filter(
  (one): one is Route => typeof one === 'object' && one !== null && 'summary' in one && (one as Route).method === 'GET',
);
const routeOf = (url: string): Route | undefined => {
  const path = url.replace(/\?.*/, '');
  const fits = gets.filter((one) => new RegExp(`^/api${one.path.replace(/:\w+/g, '[^/]+')}$`).test(path));
  // `/people/invitations` is nobody's id.
  return fits.sort((one, other) => one.path.split(':').length - other.path.split(':').length)[0];
};

const problem = {
  type: 'about:blank',
  status: 500,
  code: 'common.unreadable',
  numbers: {},
  detail: 'It broke just now.',
};
const answers: Record<'failed' | Fullness, (request: TestRequest) => void> = {
  failed: (request) => request.flush(problem, { status: 500, statusText: 'Internal Server Error' }),
  empty: (request) => flushSample(request, 'empty'),
  full: (request) => flushSample(request, 'full'),
};
function flushSample(request: TestRequest, fullness: Fullness): void {
  const reply = routeOf(request.request.url)?.reply;
  if (typeof reply === 'object') request.flush(sampleOf(reply, fullness, { definition }) as object);
  else request.flush(request.request.responseType === 'blob' ? new Blob() : {});
}

async function open({ path, data, load }: Found) {
  const component = await load();
  TestBed.configureTestingModule({
    // jsdom knows no <search>.
    errorOnUnknownElements: false,
    providers: [
      speaking(),
      provideRouter(
        [
          { path, component, data },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = await readEnglish(saysFirstWords(path) ? first : english);
  const me = TestBed.inject(SignedIn).refresh();
  await settled();
  http.expectOne('/api/me').flush(sampleOf(contracts.readMe.reply as never, 'full') as object);
  await settled();
  for (const request of http.match(() => true)) answers.full(request);
  await me;
  const harness = await RouterTestingHarness.create();
  const main = document.body.appendChild(document.createElement('main'));
  main.append(harness.fixture.nativeElement as HTMLElement);
  // It waits for the page's answers, which come later here.
  void harness.navigateByUrl(`/${path.replace(/:number\b|:moduleNumber/g, '1').replace(/:\w+/g, id)}`);
  for (let turn = 0; turn < 20 && !harness.routeNativeElement; turn++) await settled();
  const page = harness.routeNativeElement as HTMLElement;
  return { page, http, fixture: harness.fixture };
}
type Opened = Awaited<ReturnType<typeof open>>;

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Answers every request of the page, until it sends none. */
async function answer({ http, fixture }: Opened, how: keyof typeof answers): Promise<string[]> {
  const answered: string[] = [];
  for (let round = 0; round < 8; round++) {
    const asked = http.match(() => true).filter(({ cancelled }) => !cancelled);
    for (const request of asked) answers[how](request);
    answered.push(...asked.map(({ request }) => request.url));
    await settled();
    fixture.detectChanges();
    if (!asked.length && round > 1) break;
  }
  return answered;
}

const textOf = (element: Element) => element.textContent?.trim() ?? '';
const nameOf = (element: Element) =>
  element.getAttribute('aria-label') ?? (element.getAttribute('aria-labelledby') ? 'labelled' : textOf(element));
function faultsOf(page: HTMLElement): string[] {
  const headings = [...page.querySelectorAll('h1')];
  // The copy of one's data names its files.
  const [raw] = (page.textContent?.match(key) ?? []).filter((found) => !found.endsWith('.json'));
  return [
    ...(headings.length === 1 && textOf(headings[0] as Element) ? [] : [`${headings.length} headings of first rank`]),
    ...(raw ? [`a key instead of its sentence: ${raw}`] : []),
    ...[...page.querySelectorAll('button, a[href]')]
      .filter((one) => !nameOf(one) && !one.querySelector('img[alt], [aria-label], title'))
      .map((one) => `no name: ${one.outerHTML.slice(0, 120)}`),
  ];
}

beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
});

describe('every page', () => {
  let pages: Found[] = [];
  beforeAll(async () => {
    pages = await pagesOf(routes);
  });

  it('is known here', () => expect(pages.length).toBeGreaterThan(60));

  it.each(['failed', 'empty'] as const)(
    'stands with its answers %s',
    async (how) => {
      const faults: Record<string, string[]> = {};
      for (const found of pages) {
        TestBed.resetTestingModule();
        try {
          document.querySelector('main')?.remove();
          const opened = await open(found);
          const answered = await answer(opened, how);
          const wrong = faultsOf(opened.page);
          if (
            how === 'failed' &&
            answered.some((url) => !optional.test(url)) &&
            !opened.page.querySelector('[role=alert]')
          )
            wrong.push(`does not say that it failed: ${answered.join(', ')}`);
          if (wrong.length) faults[found.path] = wrong;
        } catch (error) {
          faults[found.path] = [String((error as Error).stack).slice(0, 900)];
        }
      }
      expect(faults).toEqual({});
    },
    120_000,
  );
});
