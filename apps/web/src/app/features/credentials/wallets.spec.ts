import { TestBed } from '@angular/core/testing';
import type { WalletCopies } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/credentials.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { MyCredentialPage } from './my-credential.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const issued = {
  enrolmentId: editionId,
  state: 'issued',
  learner: { givenName: 'Ana', familyName: 'Horvat', birthDate: '1990-05-04', confirmedAt: '2026-11-20T10:00:00Z' },
  missing: [],
  credential: {
    ...{ publicId: '7F3K9QWX2M4TH8ZC7F3K9QWX2M', title: { en: 'Automatic Recognition' }, reason: null },
    ...{ awardedAt: '2026-11-23T10:00:00Z', state: 'valid', endedAt: null, suspended: null, hasDocument: true },
  },
  can: { confirmLearner: false, readCertificate: true },
};
const copy: WalletCopies['copies'][number] = {
  ...{ id: editionId, format: 'sd-jwt', keys: 1, state: 'stored', madeAt: '2026-11-23T10:00:00Z' },
};
const none: WalletCopies = { copies: [], openUntil: null, can: { offer: true } };
const address = `/api/editions/${editionId}/credential/wallets`;
const soon = new Date(Date.now() + 600_000).toISOString();
const offer = { link: 'openid-credential-offer://?credential_offer=x', transactionCode: '012345', endsAt: soon };

describe('the wallets of a holder', () => {
  async function show(view: WalletCopies) {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ credentials: sentences });
    const fixture = TestBed.createComponent(MyCredentialPage);
    fixture.componentRef.setInput('editionId', editionId);
    TestBed.tick();
    api.expectOne(`/api/editions/${editionId}/credential`).flush(issued);
    api.expectOne(`/api/editions/${editionId}/credential/links`).flush({ items: [], can: { make: false } });
    api.expectOne(address).flush(view);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const section = () => page.querySelector<HTMLElement>('lib-wallets')!;
    const text = () => (section().textContent ?? '').replace(/\s+/g, ' ');
    const press = () => section().querySelector('button')?.click();
    return { fixture, api, section, text, press };
  }

  it('are told with the day, the format and what became of each copy', async () => {
    const many = { ...copy, id: '01936c5e-0000-7000-8000-000000000002', keys: 3, state: 'given' } as const;
    const { section, text } = await show({ ...none, copies: [many, copy], can: { offer: false } });
    expect(section().querySelectorAll('tbody tr')).toHaveLength(2);
    expect(text()).toMatch(/SD-JWT VC, learning credential \(3 copies\)Sent.* Stored/);
    expect(section().querySelector('button')).toBeNull();
  });

  it('get an offer as a code, a link and digits apart from them, and the page says once it is taken', async () => {
    const { fixture, api, section, text, press } = await show(none);
    expect(section().querySelector('svg')).toBeNull();
    press();
    api.expectOne({ method: 'POST', url: `${address}/offer` }).flush(offer);
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(section().querySelector('svg')?.getAttribute('aria-label')).toBe('QR code for your wallet');
    expect(section().querySelector('a')?.getAttribute('href')).toBe(offer.link);
    expect(text()).toContain('012 345');
    const answered = async (view: WalletCopies) => {
      fixture.componentInstance['wallets'].reload();
      TestBed.tick();
      api.expectOne(address).flush(view);
      await fixture.whenStable();
    };
    await answered(none);
    expect(text()).toContain('A wallet has used this code.');
    expect(section().querySelector('svg')).toBeNull();
    await answered({ ...none, copies: [copy] });
    expect(text()).toContain('A wallet has added your credential.');
  });

  it('say why nothing is offered', async () => {
    const { fixture, api, section, press } = await show(none);
    press();
    const refusal = {
      type: 'about:blank',
      status: 409,
      code: 'credentials.not-for-wallets',
      numbers: {},
      detail: 'No.',
    };
    api.expectOne(`${address}/offer`).flush(refusal, { status: 409, statusText: 'Conflict' });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(section().querySelector('svg')).toBeNull();
    expect(section().querySelector('lib-refused')?.textContent?.trim()).not.toBe('');
  });
});
