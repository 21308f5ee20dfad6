import { TestBed } from '@angular/core/testing';
import type { LinkedCredential, MyCredential, ShareLink } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/credentials.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { LinkedCredentialPage } from './linked-credential.page';
import { MyCredentialPage } from './my-credential.page';

const publicId = '7F3K9QWX2M4TH8ZC7F3K9QWX2M';
const sharedId = '1A2B3C4D5E6F7G8H9J0K1L2M3N';
const editionId = '01936c5e-0000-7000-8000-000000000001';

const facts: LinkedCredential = {
  state: 'valid',
  endedAt: null,
  suspendedAt: null,
  correctedAt: null,
  holder: '<b>Ana</b> Horvat',
  title: { en: 'Automatic Recognition' },
  awardingBodies: [{ name: 'CIMEA', country: 'IT' }],
  awardedAt: '2026-11-23T10:00:00Z',
  level: 7,
  ects: 2.5,
  minutes: 7500,
  outcomes: [{ en: 'Take recognition decisions' }],
  endsAt: '2026-12-23T10:00:00Z',
  whole: null,
};

const issued: MyCredential = {
  enrolmentId: editionId,
  state: 'issued',
  learner: { givenName: 'Ana', familyName: 'Horvat', birthDate: '1990-05-04', confirmedAt: '2026-11-20T10:00:00Z' },
  missing: [],
  credential: {
    ...{ publicId, title: facts.title, awardedAt: facts.awardedAt },
    ...{ state: 'valid', endedAt: null, reason: null, suspended: null, hasDocument: true },
  },
  can: { confirmLearner: false, readCertificate: true },
};

const link: ShareLink = {
  id: editionId,
  publicId: sharedId,
  shows: 'facts',
  name: 'Aunt Mia',
  state: 'open',
  madeAt: '2026-11-23T10:00:00Z',
  endsAt: '2026-12-23T10:00:00Z',
  looks: 1,
  lastLookAt: '2026-11-24T10:00:00Z',
};
const noWallets = { copies: [], openUntil: null };
const another = '01936c5e-0000-7000-8000-000000000002';
const last = '01936c5e-0000-7000-8000-000000000003';

describe('a link that a holder gave away', () => {
  async function show(reply: object, status = 200) {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ credentials: sentences });
    const fixture = TestBed.createComponent(LinkedCredentialPage);
    fixture.componentRef.setInput('sharedId', sharedId);
    TestBed.tick();
    api.expectOne(`/api/public/shared/${sharedId}`).flush(reply, { status, statusText: String(status) });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: (page.textContent ?? '').replace(/\s+/g, ' ') };
  }

  it('shows the facts, and until when, without a way to the signed credential', async () => {
    const { page, text } = await show(facts);
    expect(text).toContain('<b>Ana</b> Horvat');
    expect(text).toContain('The holder shares the facts only.');
    expect(text).toMatch(/shares this until Wednesday, 23 December 2026/);
    expect(text).not.toContain('Date of birth');
    expect(page.querySelector('a')).toBeNull();
  });

  it('shows everything where its holder chose so, and leads to the signed credential', async () => {
    const grades = [{ work: { en: 'Three diplomas' }, grade: '27' }];
    const { page, text } = await show({ ...facts, whole: { publicId, birthDate: '1990-05-04', grades } });
    expect(text).toContain('Friday, 4 May 1990');
    expect(text).toContain('Three diplomas: 27');
    expect(text).not.toContain('the facts only');
    expect(page.querySelector('a')?.getAttribute('href')).toBe(`/credentials/${publicId}`);
  });

  it.each([
    ['has ended', 404, 'common.not-found'],
    ['was copied incompletely', 400, 'common.bad-input'],
  ])('that %s shows nothing, and says what to do', async (_, status, code) => {
    const { text } = await show({ type: 'about:blank', status, code, numbers: {}, detail: '' }, status);
    expect(text).toContain('Link not available');
    expect(text).toContain('Ask the person who sent it for a new one.');
  });
});

describe('the links of a holder', () => {
  async function show(items: readonly ShareLink[], can = { make: true }) {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ credentials: sentences });
    const fixture = TestBed.createComponent(MyCredentialPage);
    fixture.componentRef.setInput('editionId', editionId);
    TestBed.tick();
    api.expectOne(`/api/editions/${editionId}/credential`).flush(issued);
    api.expectOne(`/api/editions/${editionId}/credential/links`).flush({ items, can });
    api.expectOne(`/api/editions/${editionId}/credential/wallets`).flush({ ...noWallets, can: { offer: false } });
    await fixture.whenStable();
    return { fixture, api, page: fixture.nativeElement as HTMLElement };
  }
  const rowsOf = (page: HTMLElement) =>
    [...page.querySelectorAll('tbody tr')].map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());

  it('are listed with their looks; only an open one can be copied and withdrawn', async () => {
    const { page } = await show([
      link,
      { ...link, id: another, name: '', looks: 0, lastLookAt: null },
      { ...link, id: last, name: 'Old', state: 'ended' },
    ]);
    const [mia, nobody, old] = rowsOf(page);
    expect(mia).toMatch(/^Aunt Mia Facts Open .* once \(last on Tuesday, 24 November 2026\)/);
    expect(nobody).toMatch(/^Not noted .* never/);
    expect(old).toMatch(/^Old Facts Ended/);
    const verbs = [...page.querySelectorAll('tbody button')].map(
      (button) => button.getAttribute('aria-label') ?? button.textContent?.trim(),
    );
    expect(verbs).toEqual(['Copy link', 'Withdraw the link for Aunt Mia', 'Copy link', 'Withdraw']);
  });

  it('are made of what was chosen, for a month of facts unless it is said otherwise', async () => {
    const { page, api, fixture } = await show([]);
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    const { request } = api.expectOne({ method: 'POST', url: `/api/editions/${editionId}/credential/links` });
    expect(request.body).toEqual({ linkId: expect.any(String), shows: 'facts', days: 30, name: '' });
  });

  it('are not made to a credential that is no longer valid', async () => {
    const { page } = await show([link], { make: false });
    expect(page.querySelector('form')).toBeNull();
    expect(rowsOf(page)).toHaveLength(1);
  });
});
