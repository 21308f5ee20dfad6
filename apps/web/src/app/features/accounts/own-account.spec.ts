import { TestBed } from '@angular/core/testing';
import accounts from '../../../../../../libs/language/en/accounts.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { typeInto } from '../../../testing/type-into';
import { SignedIn } from '../../platform/people';
import { AccountPage } from './account.page';
import { ChangeAddressPage } from './change-address.page';
import { DeleteAccountPage } from './delete-account.page';
import { NewAddressPage } from './new-address.page';

const noContent = { status: 204, statusText: 'No Content' };
const password = 'correct horse battery';
const ana = {
  accountId: '01932b1c-0000-7000-8000-000000000001',
  email: 'ana@university.example',
  givenName: 'Ana',
  familyName: 'Anjos',
  birthDate: null,
  institution: null,
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: [],
  editions: [],
};

async function open<C>(component: new () => C, inputs: Record<string, unknown> = {}) {
  TestBed.configureTestingModule({ providers: speaking() });
  const http = await readEnglish({ accounts });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const submit = () => page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return { http, page, settle, submit };
}

describe('one’s own account', () => {
  it.each(['ana@university.example', 'o.centre@bjørnøya.example', 'мария@университет.ею'])(
    'changes to any address that can register: %s',
    async (email) => {
      const { http, page, submit } = await open(ChangeAddressPage);
      typeInto(page, 'input[autocomplete=email]', email);
      typeInto(page, 'input[type=password]', password);
      submit();
      expect(http.expectOne({ method: 'POST', url: '/api/me/address' }).request.body).toEqual({ email, password });
    },
  );

  it('confirms a new address once, and then says so whatever happens next', async () => {
    const { http, page, settle } = await open(NewAddressPage, { code: 'c' });
    const button = () => page.querySelector('button');
    button()?.click();
    await settle();
    expect(button()?.disabled).toBe(true);
    http.expectOne('/api/accounts/address-change').flush({ email: 'new@university.example', isDone: true });
    await settle();
    http.expectOne('/api/me').error(new ProgressEvent('error'));
    await settle();
    expect([button(), page.querySelector('lib-error-panel'), page.querySelector('[role=status]')?.textContent]).toEqual(
      [null, null, expect.stringContaining('new@university.example')],
    );
  });

  it('says why a new address was refused, and can be asked again', async () => {
    const { http, page, settle } = await open(NewAddressPage, { code: 'c' });
    page.querySelector('button')?.click();
    const refusal = {
      type: 'about:blank',
      status: 409,
      code: 'accounts.code-not-valid',
      numbers: {},
      detail: 'This link is old.',
    };
    http.expectOne('/api/accounts/address-change').flush(refusal, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('lib-error-panel')?.textContent).toContain('This link is old.');
    expect(page.querySelector('button')?.disabled).toBe(false);
  });

  it('shows the address that the server knows, not the one this browser kept', async () => {
    localStorage.setItem('libretto.person', JSON.stringify({ me: ana, editions: [] }));
    TestBed.configureTestingModule({ providers: speaking() });
    const http = await readEnglish({ accounts });
    const signedIn = TestBed.inject(SignedIn);
    signedIn.begin();
    const fixture = TestBed.createComponent(AccountPage);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toContain(ana.email);
    const asked = signedIn.refresh();
    http.expectOne('/api/notices/unread').flush({ unread: 0 });
    http.expectOne('/api/me').flush({ ...ana, keptKey: 'a1'.repeat(32), email: 'ana@newer.example' });
    await asked;
    await fixture.whenStable();
    expect(page.textContent).toContain('ana@newer.example');
  });

  it('takes with it what was written and not sent, when it is deleted', async () => {
    localStorage.setItem('libretto.draft/somebody/application/1', '{}');
    const { http, page, submit, settle } = await open(DeleteAccountPage);
    typeInto(page, 'input[type=password]', password);
    submit();
    http.expectOne({ method: 'POST', url: '/api/me/deletion' }).flush(null, noContent);
    await settle();
    expect(Object.keys(localStorage).filter((key) => key.startsWith('libretto.draft/'))).toEqual([]);
  });
});
