import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RedirectCommand, Router, type UrlTree } from '@angular/router';
import type { Me } from '@libretto/contracts';
import { readEnglish, speaking } from '../../../testing/speaking';
import { ReadingLanguage } from '../language';
import { keyNow } from '../device/kept-key';
import { onlyFor, onlyForPeople } from './only-for';
import { SignedIn } from './signed-in';

const tutor: Me = {
  accountId: '01932b1c-0000-7000-8000-000000000001',
  email: 'teresa@example.org',
  givenName: 'Teresa',
  familyName: 'Tavares',
  birthDate: null,
  institution: null,
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: [],
  editions: [{ editionId: '01932b1c-0000-7000-8000-0000000000e1', role: 'tutor' }],
};
const keptKey = 'a1'.repeat(32);
const refusal = {
  type: 'about:blank',
  status: 401,
  code: 'common.not-signed-in',
  numbers: {},
  detail: 'You are not signed in.',
};

describe('who is signed in', () => {
  let http: HttpTestingController;
  let signedIn: SignedIn;
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: speaking() });
    http = await readEnglish();
    signedIn = TestBed.inject(SignedIn);
  });

  async function become(me: Me | null) {
    const before = signedIn.me();
    const asked = signedIn.refresh();
    answer(me, before);
    if (me?.editions.length && !before?.editions.length) {
      await tick();
      http.expectOne('/api/editions').flush({ items: [], next: null });
    }
    await asked;
  }
  /** The server says who is signed in, to somebody whom the browser knew as `before`. */
  function answer(me: Me | null, before: Me | null) {
    const nobody = () => [refusal, { status: 401, statusText: 'Unauthorized' }] as const;
    if (before?.editions.length)
      if (me) http.expectOne('/api/editions').flush({ items: [], next: null });
      else http.expectOne('/api/editions').flush(...nobody());
    const unread = { unread: 2 };
    if (before) http.expectOne('/api/notices/unread').flush(unread);
    if (me) http.expectOne('/api/me').flush({ ...me, keptKey });
    else http.expectOne('/api/me').flush(...nobody());
  }
  const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
  const open = (guard: typeof onlyForPeople, params = {}) =>
    TestBed.runInInjectionContext(() => guard({ params } as never, { url: '/editions/e1/roll' } as never)) as Promise<
      boolean | UrlTree | RedirectCommand
    >;
  const address = async (opened: Promise<boolean | UrlTree | RedirectCommand>) => {
    const answer = await opened;
    if (typeof answer === 'boolean') return answer;
    return TestBed.inject(Router).serializeUrl(answer instanceof RedirectCommand ? answer.redirectTo : answer);
  };

  it('is told again without a change where the server says the same, so that a form in use keeps what was typed', async () => {
    await become(tutor);
    const before = signedIn.me();
    await become({ ...tutor, editions: [...tutor.editions] });
    expect(signedIn.me()).toBe(before);
    await become({ ...tutor, language: 'it' });
    expect(signedIn.me()?.language).toBe('it');
  });

  it('is nobody, and signs in before a page for people, to come back to it', async () => {
    await become(null);
    expect(signedIn.me()).toBeNull();
    expect(await address(open(onlyForPeople))).toBe('/sign-in?then=%2Feditions%2Fe1%2Froll');
    expect(await address(open(onlyFor('tutor')))).toBe('/sign-in?then=%2Feditions%2Fe1%2Froll');
  });

  it('is a tutor, and opens what is a tutor’s', async () => {
    await become(tutor);
    expect([signedIn.name(), signedIn.is('tutor'), signedIn.is('coordinator')]).toEqual([
      'Teresa Tavares',
      true,
      false,
    ]);
    expect(signedIn.editionsAs('tutor', 'chair')).toHaveLength(1);
    expect(await open(onlyFor('tutor', 'coordinator'))).toBe(true);
    const opened = open(onlyFor('registrar'));
    await tick();
    answer(tutor, tutor);
    expect(await address(opened)).toBe('/not-yours');
  });

  it('is let in with a role that was given meanwhile', async () => {
    await become(tutor);
    const opened = open(onlyFor('registrar'));
    await tick();
    answer({ ...tutor, organisation: ['registrar'] }, tutor);
    expect(await opened).toBe(true);
  });

  it.each([
    ['not found', { status: 404, code: 'common.not-found' }, '/not-found'],
    ['not theirs', null, '/not-yours'],
    ['not theirs, where the server cannot tell', { status: 503, code: 'common.unavailable' }, '/not-yours'],
  ])('is told of a page of an edition that is %s', async (_, problem, page) => {
    await become(tutor);
    const opened = open(onlyFor('registrar'), { editionId: 'e9' });
    await tick();
    answer(tutor, tutor);
    await tick(50);
    const asked = http.expectOne('/api/editions/e9');
    if (problem)
      asked.flush(
        { type: 'about:blank', numbers: {}, detail: '', ...problem },
        { status: problem.status, statusText: 'Refused' },
      );
    else asked.flush({});
    expect(await address(opened)).toBe(page);
  });

  it('signs out', async () => {
    await become(tutor);
    const out = signedIn.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/sign-in' }).flush(null, { status: 204, statusText: 'No Content' });
    await out;
    expect(signedIn.me()).toBeNull();
  });

  it('is whoever the browser knows at once, and asked for again', async () => {
    await become(tutor);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: speaking() });
    http = await readEnglish();
    signedIn = TestBed.inject(SignedIn);
    expect([signedIn.begin(), signedIn.me(), (await signedIn.whoever())?.email]).toEqual([true, tutor, tutor.email]);
    http.expectNone('/api/me');
    const asked = signedIn.refresh();
    // Both at once: neither waits for the other.
    http.expectOne('/api/editions').flush({ items: [], next: null });
    http.expectOne('/api/me').flush({ ...tutor, keptKey, editions: [] });
    await asked;
    expect([signedIn.is('tutor'), JSON.parse(localStorage.getItem('libretto.person') ?? '').me.editions]).toEqual([
      false,
      [],
    ]);
  });

  it('is nobody any more where the server says so, or another window', async () => {
    for (const end of [
      () => become(null),
      async () => {
        localStorage.removeItem('libretto.person');
        dispatchEvent(new StorageEvent('storage', { key: 'libretto.person' }));
      },
    ]) {
      await become(tutor);
      expect(signedIn.is('tutor')).toBe(true);
      expect(keyNow(tutor.accountId)).toBe(keptKey);
      expect(JSON.stringify({ ...localStorage })).not.toContain(keptKey);
      await end();
      expect([signedIn.me(), signedIn.editions(), localStorage.getItem('libretto.person')]).toEqual([null, [], null]);
      expect(keyNow(tutor.accountId)).toBeUndefined();
    }
  });

  it('is asked of the server where the browser knows nobody, once a page needs to know', async () => {
    expect(signedIn.begin()).toBe(false);
    http.expectNone('/api/me');
    const [opened, another] = [open(onlyForPeople), open(onlyForPeople)];
    http.expectOne('/api/me').flush({ ...tutor, keptKey, language: 'it', editions: [] });
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne('/language/it-first.json').flush('{}');
    expect(await Promise.all([address(opened), address(another)])).toEqual([true, true]);
    expect([document.documentElement.lang, signedIn.name()]).toEqual(['it', 'Teresa Tavares']);
    await TestBed.inject(ReadingLanguage).choose('en');
  });

  it('leaves nothing of what was written in the browser', async () => {
    await become(tutor);
    localStorage.setItem('libretto.draft/somebody/application/1', '{}');
    localStorage.setItem('libretto.other', 'stays');
    signedIn.leave();
    expect([signedIn.me(), Object.keys(localStorage)]).toEqual([null, ['libretto.other']]);
  });
});
