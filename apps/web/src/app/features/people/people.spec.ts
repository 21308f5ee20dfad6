import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestBed } from '@angular/core/testing';
import { parse } from 'yaml';
import people from '../../../../../../libs/language/en/people.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { typeInto } from '../../../testing/type-into';
import { InvitationsPage } from './invitations.page';
import { InvitePage } from './invite.page';
import { PeoplePage } from './people.page';

const id = (n: number) => `019ab000-0000-7000-8000-00000000000${n}`;
const edition = (n: number, state = 'open') => ({
  id: id(n),
  name: `Edition ${n}`,
  state,
  startsOn: '2027-01-11',
  endsOn: '2027-02-11',
  applicationsCloseAt: '2026-12-01T00:00:00Z',
  timeZone: 'Europe/Rome',
  takesApplications: true,
  programme: { id: id(9), slug: 'recognition', title: { en: 'Recognition' }, version: 1 },
});
const newest = {
  items: [
    { ...edition(1), roles: [] },
    { ...edition(2, 'closed'), roles: [] },
  ],
  next: id(2),
};
const definition: unknown = parse(
  readFileSync(join(__dirname, '../../../../../../programmes/automatic-recognition.yaml'), 'utf8'),
);
const older = { ...edition(5), capacity: 20, definition, can: { setUp: true, glance: true, apply: false } };

/** Opens a page whose address names an edition; `other` is the response for one that is not among the newest. */
async function open<C>(component: new () => C, named: string | undefined, other?: object) {
  TestBed.configureTestingModule({ providers: speaking() });
  const http = await readEnglish({ people });
  const fixture = TestBed.createComponent(component);
  fixture.componentRef.setInput('edition', named);
  TestBed.tick();
  http.expectOne('/api/editions').flush(newest);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  await settle();
  if (other) http.expectOne(`/api/editions/${named}`).flush(other);
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const chosen = (label: string) => {
    const select = [...page.querySelectorAll('mat-form-field')]
      .find(({ textContent }) => textContent.includes(label))
      ?.querySelector('select');
    return {
      shows: select?.selectedOptions[0]?.textContent.trim(),
      offers: [...(select?.options ?? [])].map(({ textContent }) => textContent.trim()),
    };
  };
  const invite = async (email: string) => {
    typeInto(page, 'input[type=email]', email);
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    return http.expectOne({ method: 'POST', url: '/api/people/invitations' });
  };
  return { http, page, chosen, invite, settle };
}

const said = () => document.querySelector('mat-snack-bar-container')?.textContent.trim();

describe('the page to invite people', () => {
  it('invites an address in any script to the newest edition', async () => {
    const { page, chosen, invite, settle } = await open(InvitePage, undefined);
    expect(chosen('Edition')).toEqual({ shows: 'Edition 1', offers: ['None', 'Edition 1'] });
    const sent = await invite('мария@университет.ею');
    expect(sent.request.body).toMatchObject({ editionId: id(1), people: [{ email: 'мария@университет.ею' }] });
    sent.flush({ items: [{ verdict: 'invite', role: 'tutor', fault: null }] });
    await settle();
    expect([said(), page.querySelector(':scope > [aria-live]')?.textContent.trim()]).toEqual([
      '1 person invited, no one given the role.',
      '',
    ]);
  });

  it('says on the page itself why the one person was not invited', async () => {
    const { page, invite, settle } = await open(InvitePage, undefined);
    (await invite('ana@university.example')).flush({ items: [{ verdict: 'has-role', role: 'tutor', fault: null }] });
    await settle();
    expect([said(), page.querySelector(':scope > [aria-live]')?.textContent.trim()]).toEqual([
      undefined,
      'Already has this role',
    ]);
  });

  it('offers the edition that its address names, however old it is, and sends what it shows', async () => {
    const { chosen, invite } = await open(InvitePage, id(5), older);
    expect(chosen('Edition')).toEqual({ shows: 'Edition 5', offers: ['None', 'Edition 1', 'Edition 5'] });
    expect((await invite('ana@university.example')).request.body).toMatchObject({ editionId: id(5) });
  });

  it('chooses none in place of an edition that is closed', async () => {
    const { chosen, invite } = await open(InvitePage, id(2));
    expect(chosen('Edition')).toEqual({ shows: 'None', offers: ['None', 'Edition 1'] });
    expect((await invite('ana@university.example')).request.body).toMatchObject({ editionId: null });
  });
});

describe('the list of people', () => {
  it('calls somebody with one name by it, and shows which edition it is kept to', async () => {
    const { http, page, chosen, settle } = await open(PeoplePage, id(5), older);
    const person = { email: 'a@b.example', birthDate: null, institution: null, organisation: [], editions: [] };
    const items = [
      { ...person, id: id(6), givenName: 'Suharto', familyName: '' },
      { ...person, id: id(7), givenName: 'Ana', familyName: 'Kovač' },
    ];
    http.expectOne(`/api/people?editionId=${id(5)}`).flush({ items, next: null });
    await settle();
    expect(chosen('Edition').shows).toBe('Edition 5');
    expect([...page.querySelectorAll('tbody th')].map(({ firstChild }) => firstChild?.textContent?.trim())).toEqual([
      'Suharto',
      'Kovač, Ana',
    ]);
  });
});

describe('the list of invitations', () => {
  const invitation = (n: number, email: string) => ({
    id: id(n),
    email,
    role: 'tutor',
    editionId: null,
    edition: null,
    by: null,
    state: 'open',
    invitedAt: '2026-11-25T10:00:00Z',
    expiresAt: '2026-12-09T10:00:00Z',
  });
  const items = [invitation(6, 'olga@new.example'), invitation(7, 'nuno@new.example')];

  it('revokes at once what can be invited again, and says so', async () => {
    const { http, page, settle } = await open(InvitationsPage, undefined);
    http.expectOne('/api/people/invitations').flush({ items, next: null, found: 2 });
    await settle();
    [...page.querySelectorAll('button')].at(-1)?.click();
    http
      .expectOne({ method: 'DELETE', url: `/api/people/invitations/${id(7)}` })
      .flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(said()).toBe('Invitation of nuno@new.example revoked');
  });

  it('sends those that are chosen again, one after the other, and says which could not be', async () => {
    const { http, page, settle } = await open(InvitationsPage, undefined);
    http.expectOne('/api/people/invitations').flush({ items, next: null, found: 2 });
    await settle();
    page.querySelector<HTMLInputElement>('lib-choose-all input')?.click();
    await settle();
    page.querySelector<HTMLButtonElement>('lib-chosen button')?.click();
    const mailOf = (n: number) => http.expectOne({ method: 'POST', url: `/api/people/invitations/${id(n)}/mail` });
    mailOf(6).flush(
      {
        type: '/problems/accounts.invited-often',
        status: 409,
        code: 'accounts.invited-often',
        numbers: {},
        detail: 'Sent three times.',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    mailOf(7).flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect([said(), page.querySelector('lib-error-panel')?.textContent]).toEqual([
      'Invitation sent to nuno@new.example. The earlier link no longer works.',
      expect.stringContaining('Sent three times.'),
    ]);
  });
});
