import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RedirectCommand, Router, type UrlTree } from '@angular/router';
import type { Me } from '@libretto/contracts';
import { readEnglish, speaking } from '../../../testing/speaking';
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
    TestBed.configureTestingModule({ providers: speaking() });
    http = await readEnglish();
    signedIn = TestBed.inject(SignedIn);
  });

  async function become(me: Me | null) {
    const asked = signedIn.refresh();
    if (me) http.expectOne('/api/me').flush(me);
    else http.expectOne('/api/me').flush(refusal, { status: 401, statusText: 'Unauthorized' });
    if (me?.editions.length) {
      await new Promise((resolve) => setTimeout(resolve));
      http.expectOne('/api/editions').flush({ items: [], next: null });
    }
    await asked;
  }
  const open = (guard: typeof onlyForPeople, params = {}) =>
    TestBed.runInInjectionContext(() => guard({ params } as never, { url: '/editions/e1/roll' } as never)) as Promise<
      boolean | UrlTree | RedirectCommand
    >;
  const address = async (opened: Promise<boolean | UrlTree | RedirectCommand>) => {
    const answer = await opened;
    if (typeof answer === 'boolean') return answer;
    return TestBed.inject(Router).serializeUrl(answer instanceof RedirectCommand ? answer.redirectTo : answer);
  };

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
    expect(await address(open(onlyFor('registrar')))).toBe('/not-yours');
  });

  it.each([
    ['not found', { status: 404, code: 'common.not-found' }, '/not-found'],
    ['not theirs', null, '/not-yours'],
    ['not theirs, where the server cannot tell', { status: 503, code: 'common.unavailable' }, '/not-yours'],
  ])('is told of a page of an edition that is %s', async (_, problem, page) => {
    await become(tutor);
    const opened = open(onlyFor('registrar'), { editionId: 'e9' });
    await new Promise((resolve) => setTimeout(resolve, 50));
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

  it('leaves nothing of what was written in the browser', async () => {
    await become(tutor);
    localStorage.setItem('libretto.draft/somebody/application/1', '{}');
    localStorage.setItem('libretto.other', 'stays');
    signedIn.leave();
    expect([signedIn.me(), Object.keys(localStorage)]).toEqual([null, ['libretto.other']]);
  });
});
