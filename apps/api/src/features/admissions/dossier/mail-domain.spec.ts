import { mailDomainOf } from './mail-domain';

it.each([
  ['ines@uc.example', 'uc.example'],
  ['Ines@LAW.UC.example', 'law.uc.example'],
  ['ines@gmail.com', null],
  ['ines@sapo.pt', null],
  ['ines@t-online.de', null],
  ['ines@mail.ru', null],
  ['ines@net.hr', null],
  ['INES@Proton.me', null],
])('the house behind %s is %s', (email, house) => expect(mailDomainOf(email)).toBe(house));
