import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import accounts from '../../../../../../libs/language/en/accounts.json';
import demo from '../../../../../../libs/language/en/demo.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { SignInPage } from './sign-in.page';

const teresa = { email: 'teresa@demo.example', name: 'Teresa Tavares', comesTo: 'tutor' };
const me = {
  accountId: '01932b1c-0000-7000-8000-000000000001',
  email: teresa.email,
  givenName: 'Teresa',
  familyName: 'Tavares',
  birthDate: null,
  institution: null,
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: [],
  editions: [],
};

describe('the sign-in page', () => {
  let http: HttpTestingController;
  async function page(isDemo: boolean) {
    TestBed.configureTestingModule({ providers: speaking() });
    http = await readEnglish({ accounts, demo });
    jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const fixture = TestBed.createComponent(SignInPage);
    fixture.componentRef.setInput('then', '/editions/e1/roll');
    TestBed.tick();
    const asked = http.expectOne('/api/demo');
    if (isDemo) asked.flush({ password: 'libretto-demo', people: [teresa] });
    else
      asked.flush(
        { type: 'about:blank', status: 404, code: 'common.not-found', numbers: {}, detail: '' },
        { status: 404, statusText: 'Not Found' },
      );
    await fixture.whenStable();
    return { element: fixture.nativeElement as HTMLElement, settled: () => fixture.whenStable() };
  }

  it('lists nobody outside a demo', async () => {
    const { element } = await page(false);
    expect(element.textContent).not.toContain('Or sign in as');
  });

  it('lets one be somebody of the demo with one press and goes on to where one was going', async () => {
    const { element } = await page(true);
    expect(element.querySelector('li')?.textContent).toContain('take attendance');
    element.querySelector<HTMLElement>('li button')?.click();
    const asked = http.expectOne('/api/sign-in');
    expect(asked.request.body).toEqual({ email: teresa.email, password: 'libretto-demo' });
    asked.flush(null, { status: 204, statusText: 'No Content' });
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne('/api/me').flush({ ...me, keptKey: 'a1'.repeat(32) });
    await new Promise((resolve) => setTimeout(resolve));
    expect(TestBed.inject(Router).navigateByUrl).toHaveBeenCalledWith('/editions/e1/roll', { replaceUrl: true });
  });

  it('says why somebody cannot sign in', async () => {
    const { element, settled } = await page(true);
    element.querySelector<HTMLElement>('li button')?.click();
    const refusal = {
      type: 'about:blank',
      status: 409,
      code: 'accounts.sign-in-failed',
      numbers: {},
      detail: 'They do not belong together.',
    };
    http.expectOne('/api/sign-in').flush(refusal, { status: 409, statusText: 'Conflict' });
    await new Promise((resolve) => setTimeout(resolve));
    await settled();
    expect(element.querySelector('lib-form-problem')?.textContent.trim()).toBe('They do not belong together.');
  });
});
