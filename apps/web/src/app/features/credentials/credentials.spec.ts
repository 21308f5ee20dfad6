import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AwardRow, MyCredential, PublicCredential, readAward, ReplyOf } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/credentials.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Stream } from '../../../testing/stream';
import { AwardPage } from './award.page';
import { AwardsPage } from './awards.page';
import { MyCredentialPage } from './my-credential.page';
import { SharedCredentialPage } from './shared-credential.page';

const publicId = '7F3K9QWX2M4TH8ZC7F3K9QWX2M';
const editionId = '01936c5e-0000-7000-8000-000000000001';

const shared: PublicCredential = {
  publicId,
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
  signed: `/api/public/credentials/${publicId}/signed`,
  can: { readCertificate: false },
  editionId: null,
};

const stopped: MyCredential = {
  enrolmentId: editionId,
  state: 'stopped',
  learner: { givenName: 'Ana', familyName: 'Horvat', birthDate: null, confirmedAt: null },
  missing: ['learner-confirmation'],
  credential: null,
  can: { confirmLearner: true, readCertificate: false },
};

/** Renders a component, and answers its requests: the one with this, the `others` by their addresses. */
async function shown<C>(
  component: new () => C,
  inputs: Record<string, string>,
  address: string,
  reply: object,
  { status = 200, others = {} }: { status?: number; others?: Record<string, object> } = {},
) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ credentials: sentences });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  TestBed.tick();
  api.expectOne(address).flush(reply, { status, statusText: String(status) });
  for (const [other, answer] of Object.entries(others)) api.expectOne(other).flush(answer);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, page, text: (page.textContent ?? '').replace(/\s+/g, ' ') };
}

describe('a shared credential', () => {
  const show = (reply: object, status?: number) =>
    shown(
      SharedCredentialPage,
      { publicId },
      `/api/public/credentials/${publicId}`,
      reply,
      status === undefined ? {} : { status },
    );

  it('leads its holder to LinkedIn with what a profile asks for', async () => {
    const { page } = await show({ ...shared, editionId, title: { en: 'Recognition & more' } });
    const { origin, pathname, searchParams } = new URL(
      page.querySelector<HTMLAnchorElement>('a[href*="linkedin"]')!.href,
    );
    expect(origin + pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Recognition & more',
      organizationName: 'CIMEA',
      issueYear: '2026',
      issueMonth: '11',
      certUrl: `${location.origin}/credentials/${publicId}`,
      certId: publicId,
    });
  });

  it('leads nobody there with one that is revoked', async () => {
    const { page } = await show({ ...shared, editionId, state: 'revoked', endedAt: '2026-11-24T10:00:00Z' });
    expect(page.querySelector('a[href*="linkedin"]')).toBeNull();
  });

  it('says what it is, that it is valid, and shows names as text', async () => {
    const { page, text } = await show(shared);
    expect(text).toContain('This credential is valid');
    expect(text).toContain('<b>Ana</b> Horvat');
    expect(text).toContain('CIMEA (Italy)');
    expect(text).toContain('2.5 ECTS, 125 h');
    expect(text).not.toContain('Your credential');
    expect(page.querySelector('a[href*="linkedin"]')).toBeNull();
    expect(page.querySelector('a[href^="/verify"]')?.getAttribute('href')).toContain(
      encodeURIComponent(`/credentials/${publicId}`),
    );
  });

  it('says since when it is revoked', async () => {
    const { text } = await show({ ...shared, state: 'revoked', endedAt: '2026-11-25T10:00:00Z' });
    expect(text).toContain('no longer valid. The issuer revoked it on Wednesday');
  });

  it('says since when it is suspended, and not that it is invalid', async () => {
    const { text } = await show({ ...shared, state: 'suspended', suspendedAt: '2026-11-25T10:00:00Z' });
    expect(text).toContain('This credential has been suspended since Wednesday, 25 November 2026');
    expect(text).not.toContain('valid, according to its issuer');
  });

  it('gives the certificate to its holder', async () => {
    const { page } = await show({ ...shared, editionId, can: { readCertificate: true } });
    expect(page.querySelector('.sheet a')?.getAttribute('href')).toBe(
      `/api/editions/${editionId}/credential/certificate`,
    );
  });

  it('says that nothing is there', async () => {
    const problem = {
      type: 'about:blank',
      status: 404,
      code: 'common.not-found',
      numbers: {},
      detail: 'Nothing here.',
    };
    expect((await show(problem, 404)).text).toContain('Credential not found');
  });
});

const none = {
  ready: 0,
  queued: 0,
  unapproved: 0,
  failed: 0,
  stopped: 0,
  signed: 0,
  issued: 0,
  suspended: 0,
  revoked: 0,
};

describe('the registrar’s list of one edition', () => {
  const award: AwardRow = {
    ...{ enrolmentId: editionId, learner: 'Ana Horvat', editionId, edition: 'Autumn', state: 'queued', missing: [] },
    ...{ programme: { en: 'Automatic Recognition' }, waitsForConfirmation: false, fault: null, isPaused: true },
    ...{ changedAt: '2026-11-23T10:00:00Z', approvals: { given: 0, asked: 0 }, credential: null },
  };
  const show = (parts: object) =>
    shown(AwardsPage, { editionId }, `/api/awards?edition=${editionId}`, {
      ...{ items: [award], next: null, found: 1, counts: { ...none, ready: 1 }, paused: null, ...parts },
    });

  it('says that it is paused and by whom, and what waits for it', async () => {
    const { page, text } = await show({ paused: { at: '2026-11-23T10:00:00Z', by: 'Rita Conti' } });
    expect(text).toContain('Paused by Rita Conti on Monday, 23 November 2026. One award is ready and waits.');
    expect(page.querySelector('tbody lib-status')?.textContent).toContain('Ready');
    expect([...page.querySelectorAll('button')].map(({ textContent }) => textContent?.trim())).toContain(
      'Resume issuing',
    );
  });

  it('offers to pause it, and to try again what failed', async () => {
    const failed = { ...award, isPaused: false, fault: 'No key.' };
    const { page, text } = await show({ items: [failed], counts: { ...none, failed: 1 } });
    const buttons = [...page.querySelectorAll('button')].map(({ textContent }) => textContent?.trim());
    expect(buttons).toContain('Pause issuing');
    expect(buttons.some((verb) => verb?.startsWith('Try again'))).toBe(true);
    expect(page.querySelector('tbody lib-status')?.textContent).toContain('Failed');
    expect(text).toContain('Last attempt failed: No key.');
  });

  it('follows what is issued as it happens, and no longer once nothing is under way', async () => {
    Stream.beginAnew();
    const { fixture } = await show({ counts: { ...none, queued: 1 } });
    expect(Stream.opened.map(({ url }) => url)).toEqual(['/api/awards/live']);
    const api = TestBed.inject(HttpTestingController);
    Stream.opened[0]?.onmessage({ data: 'changed' });
    const answer = { items: [{ ...award, state: 'issued' }], next: null, found: 1, paused: null };
    api.expectOne(`/api/awards?edition=${editionId}`).flush({ ...answer, counts: { ...none, issued: 1 } });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('tbody lib-status')?.textContent).toContain('Issued');
    expect(Stream.opened[0]?.readyState).toBe(Stream.CLOSED);
  });
});

describe('the registrar’s list', () => {
  it('says that an award waits for its participant, and offers to try the others again', async () => {
    const award: AwardRow = {
      enrolmentId: editionId,
      learner: 'Ana Horvat',
      editionId,
      edition: 'Autumn',
      programme: { en: 'Automatic Recognition' },
      state: 'stopped',
      missing: ['learner-confirmation'],
      waitsForConfirmation: true,
      fault: null,
      approvals: { given: 0, asked: 0 },
      isPaused: false,
      changedAt: '2026-11-23T10:00:00Z',
      credential: null,
    };
    const items = [
      award,
      { ...award, enrolmentId: editionId.replace(/1$/, '2'), missing: ['completion'], waitsForConfirmation: false },
    ];
    const counts = { ...none, stopped: 2 };
    const { page } = await shown(AwardsPage, {}, '/api/awards', { items, next: null, counts, found: 2, paused: null });
    const [waiting, other] = [...page.querySelectorAll('tbody tr')];
    expect(waiting?.textContent).toContain('Waiting for the participant');
    expect(waiting?.querySelector('button')).toBeNull();
    expect(other?.textContent).not.toContain('Waiting for the participant');
    expect(other?.querySelector('button')?.textContent).toContain('Try again');
  });
});

describe('the credential card', () => {
  const show = (mine: MyCredential) =>
    shown(MyCredentialPage, { editionId }, `/api/editions/${editionId}/credential`, mine, {
      others: {
        [`/api/editions/${editionId}/credential/links`]: { items: [], can: { make: false } },
        [`/api/editions/${editionId}/credential/wallets`]: { copies: [], openUntil: null, can: { offer: false } },
      },
    });

  it('says what stopped the credential and asks for it', async () => {
    const { page, text } = await show(stopped);
    expect(text).toContain('the participant’s confirmation of name and date of birth');
    expect([...page.querySelectorAll('input')].map(({ value }) => value)).toEqual(['Ana', 'Horvat', '']);
  });

  it('calls somebody with one name by it', async () => {
    const learner = {
      givenName: 'Suharto',
      familyName: '',
      birthDate: '1990-06-08',
      confirmedAt: '2026-11-23T10:00:00Z',
    };
    const { text } = await show({ ...stopped, learner });
    expect(text).toContain('Suharto, Friday, 8 June 1990');
  });
});

describe('the credential card of a suspended credential', () => {
  it('says since when and why, and still gives the certificate', async () => {
    const credential = {
      ...{ publicId, title: { en: 'Automatic Recognition' }, awardedAt: '2026-11-23T10:00:00Z', endedAt: null },
      ...{ state: 'suspended' as const, reason: null, hasDocument: true },
      suspended: { since: '2026-11-25T10:00:00Z', reason: 'The work is being examined.' },
    };
    const mine = { ...stopped, state: 'issued' as const, missing: [], credential };
    const { page, text } = await shown(
      MyCredentialPage,
      { editionId },
      `/api/editions/${editionId}/credential`,
      { ...mine, can: { confirmLearner: false, readCertificate: true } },
      {
        others: {
          [`/api/editions/${editionId}/credential/links`]: { items: [], can: { make: false } },
          [`/api/editions/${editionId}/credential/wallets`]: { copies: [], openUntil: null, can: { offer: false } },
        },
      },
    );
    expect(text).toContain('Suspended since Wednesday, 25 November 2026');
    expect(text).toContain('The work is being examined.');
    expect(page.querySelector('a[download]')).not.toBeNull();
  });
});

describe('an award', () => {
  const credential = { id: editionId, number: 1, state: 'valid' as const };
  const view = (): ReplyOf<typeof readAward> => ({
    row: {
      ...{
        enrolmentId: editionId,
        learner: 'Ana Horvat',
        editionId,
        edition: 'Autumn',
        state: 'issued',
        fault: null,
      },
      ...{ programme: { en: 'Automatic Recognition' }, missing: [], waitsForConfirmation: false, isPaused: false },
      approvals: { given: 0, asked: 0 },
      ...{ changedAt: '2026-11-23T10:00:00Z', credential: { ...credential, publicId } },
    },
    isOwn: false,
    approvals: [],
    record: {
      ...{ learner: { givenName: 'Ana', familyName: 'Horvat', dateOfBirth: '1990-05-04' }, level: { eqf: 7 } },
      ...{ title: { en: 'T', it: 'T' }, awardingBodies: [], outcomes: [], awardedAt: '2026-11-23T10:00:00Z' },
      ...{ workload: { ects: 1, minutes: 1500 }, assessment: { type: { en: 'P', it: 'P' } } },
    },
    changedGrades: [{ work: { en: 'Portfolio', it: 'Portfolio' }, was: '25', is: '27' }],
    credentials: [
      {
        ...credential,
        signedAt: '2026-11-23T10:00:00Z',
        endedAt: null,
        reason: null,
        endedBy: null,
        namesSuspensions: true,
        hasDocument: false,
      },
    ],
    suspensions: [],
    can: { retry: false, approve: false, suspend: true, reinstate: false, revoke: true, supersede: true },
  });
  const show = async (award: ReplyOf<typeof readAward>) =>
    shown(AwardPage, { enrolmentId: editionId }, `/api/awards/${editionId}`, award);

  it('says which grade an appeal has changed since, where its credential can be corrected', async () => {
    expect((await show(view())).text).toContain(
      '“Portfolio” was changed after an appeal: the credential says 25, the result is 27.',
    );
  });

  it('offers to suspend it, and what it takes where it was signed before that was possible', async () => {
    const { page } = await show(view());
    expect(page.querySelector('lib-change-standing[change=suspend]')).not.toBeNull();
    expect(page.querySelector('lib-change-standing[change=reinstate]')).toBeNull();
    TestBed.resetTestingModule();
    const [issued] = view().credentials;
    const older = await show({
      ...view(),
      credentials: issued ? [{ ...issued, namesSuspensions: false }] : [],
      can: { ...view().can, suspend: false },
    });
    expect(older.page.querySelector('lib-change-standing[change=suspend]')).toBeNull();
    expect(older.text).toContain('can’t be suspended: it was signed before that was possible');
  });

  it('tells of its suspensions, and offers to lift the one that lasts', async () => {
    const [issued] = view().credentials;
    const lifted = { at: '2026-11-24T10:00:00Z', by: 'Rita Conti', reason: 'It is their own.' };
    const { page, text } = await show({
      ...view(),
      row: { ...view().row, credential: { ...credential, publicId, state: 'suspended' } },
      credentials: issued ? [{ ...issued, state: 'suspended' }] : [],
      suspensions: [
        { id: editionId, number: 1, at: '2026-11-25T10:00:00Z', by: 'Rita Conti', reason: 'Again.', lifted: null },
        {
          id: editionId.replace(/1$/, '2'),
          number: 1,
          at: '2026-11-23T11:00:00Z',
          by: 'Rita Conti',
          reason: 'Examined.',
          lifted,
        },
      ],
      can: { ...view().can, suspend: false, reinstate: true, supersede: false },
    });
    expect(page.querySelector('lib-status')?.textContent).toContain('Suspended');
    expect(page.querySelector('lib-change-standing[change=reinstate]')).not.toBeNull();
    const rows = [...page.querySelectorAll('lib-suspensions tbody tr')].map(({ textContent }) => textContent ?? '');
    expect(rows[0]).toContain('Still suspended');
    expect(rows[1]).toContain('It is their own.');
    expect(text).toContain('Suspensions');
  });
});
