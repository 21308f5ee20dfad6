import { TestBed } from '@angular/core/testing';
import accounts from '../../../../../../libs/language/en/accounts.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { typeInto } from '../../../testing/type-into';
import { ChangeAddressPage } from './change-address.page';

it.each(['ana@university.example', 'o.centre@bjørnøya.example', 'мария@университет.ею'])('asks for a change to any address that can register: %s', async (email) => {
  TestBed.configureTestingModule({ providers: speaking() });
  const http = await readEnglish({ accounts });
  const fixture = TestBed.createComponent(ChangeAddressPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  typeInto(page, 'input[autocomplete=email]', email);
  typeInto(page, 'input[type=password]', 'correct horse battery');
  page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await fixture.whenStable();
  expect(http.expectOne({ method: 'POST', url: '/api/me/address' }).request.body).toEqual({ email, password: 'correct horse battery' });
});
