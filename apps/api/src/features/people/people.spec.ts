import {
  assignRole,
  checkPeopleList,
  invitePeople,
  openAccount,
  type PeopleList,
  readInvitations,
  readMe,
  readPeople,
  register,
  resendInvitation,
  revokeInvitation,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { codeIn } from '../../testing/code-in';
import { aCoordinator, anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { type Caller, describeOnEachDatabase } from '../../testing/test-app';
import { anAccount } from '../accounts/account/account.builder';

const ana = {
  givenName: 'Ana',
  familyName: 'Anić',
  language: 'en',
  timeZone: 'Europe/Zagreb',
  password: 'correct horse battery',
};
const listed = (email: string, values: Partial<PeopleList['people'][number]> = {}) => ({
  email,
  givenName: '',
  familyName: '',
  role: '',
  ...values,
});
const address = () => `${newId()}@people.example`;

describeOnEachDatabase('people', (app) => {
  const mailsTo = async (email: string) => {
    expect(await app().runJobs()).toEqual([]);
    return app()
      .mails()
      .filter((mail) => mail.includes(`To: ${email}`));
  };
  const invite = async (caller: Caller, list: PeopleList) =>
    (await caller.call(invitePeople, { body: list })).body.items.map(({ verdict, fault }) => fault ?? verdict);
  const open = (browser: Caller, code: string) => browser.call(openAccount, { body: { ...ana, code } });

  it('are invited by mail to roles of the organisation and of an edition, which come with the account', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app(), {}, { name: 'You won http://evil.example' });
    const email = address();
    const people = [listed(email, { givenName: 'You won', role: 'tutor' }), listed(email, { role: 'Registrar' })];
    expect(await invite(coordinator, { editionId, role: null, people })).toEqual(['invite', 'invite']);
    expect(await invite(coordinator, { editionId, role: null, people })).toEqual(['is-invited', 'is-invited']);
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail).not.toMatch(/You won|evil/);
    const browser = app().visitor();
    expect((await open(browser, codeIn(mail))).status).toBe(204);
    expect((await browser.call(readMe)).body).toMatchObject({
      organisation: ['registrar'],
      editions: [{ editionId, role: 'tutor' }],
    });
    const { items } = (await coordinator.call(readInvitations, { query: { editionId } })).body;
    expect(items).toMatchObject([{ email, role: 'tutor', state: 'accepted' }]);
    expect((await mailsTo(email)).filter((one) => one.includes('Subject: New role'))).toHaveLength(2);
  });

  it('with an account get the role at once, and a mail; a second time changes nothing', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account } = await aPerson(app());
    const list = { editionId, role: 'member' as const, people: [listed(account.email.toUpperCase())] };
    expect(await invite(coordinator, list)).toEqual(['give']);
    expect(await invite(coordinator, list)).toEqual(['has-role']);
    const [mail, ...more] = await mailsTo(account.email);
    expect(more).toEqual([]);
    // A long line of a mail is broken anywhere.
    expect(mail?.replace(/=\r?\n/g, '')).toContain(`/editions/${editionId}/desk`);
  });

  it('get a role given on the page of the edition told by mail as well', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account } = await aPerson(app());
    await coordinator.call(assignRole, { params: { editionId }, body: { accountId: account.id, role: 'tutor' } });
    expect(await mailsTo(account.email)).toHaveLength(1);
  });

  it('are invited once, whoever invites them at once', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const list = { editionId, role: 'tutor' as const, people: [listed(address()), listed(address())] };
    const answers = await Promise.all([1, 2, 3].map(() => coordinator.call(invitePeople, { body: list })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await coordinator.call(readInvitations, { query: { editionId } })).body.items).toHaveLength(2);
    for (const { email } of list.people) expect(await mailsTo(email)).toHaveLength(1);
  });

  it('of a list are looked at row by row before anything is done', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account: participant } = await aParticipant(app(), editionId);
    const [email, chair] = [address(), address()];
    const people = [
      listed(''),
      listed('not an address'),
      listed(address(), { role: 'juggler' }),
      listed(email),
      listed(` ${email.toUpperCase()} `),
      listed(chair, { role: 'chair' }),
      listed(address(), { role: 'Presidente' }),
      listed(participant.email),
      listed(address(), { familyName: 'x'.repeat(101) }),
      listed(address(), { givenName: 'Ana\u202Enimda' }),
      listed(address(), { familyName: '\u200B' }),
      listed(chair, { role: 'deputy' }),
    ];
    const list = { editionId, role: 'tutor' as const, people };
    const check = async (body: PeopleList) =>
      (await coordinator.call(checkPeopleList, { body })).body.items.map(({ verdict, fault }) => fault ?? verdict);
    const said = [
      'no-address',
      'not-an-address',
      'no-such-role',
      'invite',
      'twice',
      'invite',
      'one-only',
      'takes-part',
      'name-too-long',
      'hidden-characters',
      'hidden-characters',
      'own-deputy',
    ];
    expect(await check(list)).toEqual(said);
    expect(await check({ ...list, editionId: null })).toContain('no-edition');
    expect(await check({ ...list, role: null })).toContain('no-role');
    expect((await coordinator.call(readInvitations, { query: { editionId } })).body.items).toEqual([]);
    expect(await invite(coordinator, list)).toEqual(said);
    expect((await coordinator.call(readInvitations, { query: { editionId } })).body.items).toHaveLength(2);
  });

  it('are invited once, however the domain of their address is spelled', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const name = newId();
    const people = [
      listed(`${name}@žumberak.example`),
      listed(`${name}@xn--umberak-cxb.example`),
      listed(`${name}@žum\u00ADberak.example`),
    ];
    expect(await invite(coordinator, { editionId, role: 'tutor', people })).toEqual([
      'invite',
      'twice',
      'not-an-address',
    ]);
    const again = [listed(`${name}@XN--UMBERAK-CXB.example`)];
    expect(await invite(coordinator, { editionId, role: 'tutor', people: again })).toEqual(['is-invited']);
  });

  it('are not invited to a seat that somebody has, and keep whoever has it', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account: chair } = await aPerson(app(), { editions: [{ editionId, role: 'chair' }] });
    const { account: other } = await aPerson(app());
    const people = [
      listed(address(), { role: 'chair' }),
      listed(other.email, { role: 'presidente' }),
      listed(chair.email, { role: 'chair' }),
      listed(address(), { role: 'deputy' }),
    ];
    for (const [at, said] of (['one-only', 'one-only', 'has-role', 'invite'] as const).entries()) {
      const list = { editionId, role: null, people: people.slice(at, at + 1) };
      expect(
        (await coordinator.call(checkPeopleList, { body: list })).body.items.map(
          ({ verdict, fault }) => fault ?? verdict,
        ),
      ).toEqual([said]);
      expect(await invite(coordinator, list)).toEqual([said]);
    }
    expect(await app().rows('EditionRole', { editionId, role: 'chair' })).toMatchObject([{ accountId: chair.id }]);
  });

  it('get one mail for all their roles, and count as one', async () => {
    const coordinator = await aCoordinator(app());
    const editions = [await anEditionOf(app()), await anEditionOf(app())];
    const email = address();
    const roles = ['tutor', 'member', 'chair'];
    const ask = ({ id }: { id: string }) =>
      invite(coordinator, { editionId: id, role: null, people: roles.map((role) => listed(email, { role })) });
    for (const edition of editions) expect(await ask(edition)).toEqual(['invite', 'invite', 'invite']);
    const mails = await mailsTo(email);
    const browser = app().visitor();
    await open(browser, codeIn(mails.at(-1)));
    expect((await browser.call(readMe)).body.editions).toHaveLength(6);
    expect(mails).toHaveLength(1);
  });

  it('have one working link: a later mail voids the earlier, and a revoked or expired invitation opens nothing', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const email = address();
    await invite(coordinator, { editionId, role: 'tutor', people: [listed(email)] });
    const [first] = (await mailsTo(email)).map(codeIn);
    const [invitation] = (await coordinator.call(readInvitations, { query: { editionId } })).body.items;
    const params = { invitationId: invitation?.id as string };
    expect((await coordinator.call(resendInvitation, { params })).status).toBe(204);
    const second = (await mailsTo(email)).map(codeIn).find((code) => code !== first) as string;
    expect((await open(app().visitor(), first as string)).body.code).toBe('accounts.code-not-valid');
    expect((await coordinator.call(resendInvitation, { params })).status).toBe(204);
    expect((await coordinator.call(resendInvitation, { params })).body.code).toBe('accounts.invited-often');
    const third = (await mailsTo(email)).map(codeIn).find((code) => code !== first && code !== second) as string;
    expect((await coordinator.call(revokeInvitation, { params })).status).toBe(204);
    expect((await open(app().visitor(), third)).body.code).toBe('accounts.code-not-valid');
    expect((await coordinator.call(revokeInvitation, { params })).status).toBe(404);

    const late = address();
    await invite(coordinator, { editionId, role: 'tutor', people: [listed(late)] });
    const [code] = (await mailsTo(late)).map(codeIn);
    const before = app().clock.now();
    app().clock.set(new Date(before.getTime() + 15 * 86_400_000));
    expect((await open(app().visitor(), code as string)).body.code).toBe('accounts.code-not-valid');
    // Somebody who registers by then has an account and no role.
    await app()
      .visitor()
      .call(register, { body: { email: late, givenName: 'Ana', familyName: 'Anić', language: 'en' } });
    const browser = app().visitor();
    await open(browser, (await mailsTo(late)).map(codeIn).find((one) => one !== code) as string);
    expect((await browser.call(readMe)).body.editions).toEqual([]);
    app().clock.set(before);
  });

  it('who are invited are sorted, searched and narrowed page by page, for a fixed number of statements', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const now = app().clock.now().getTime();
    const day = (count: number) => new Date(now + count * 86_400_000);
    // In the order of arrival; several on one day, and several of each state.
    const invitations = Array.from({ length: 60 }, (_, count) => ({
      id: newId(),
      email: `${'zxya'[count % 4]}_${count % 7}@${newId()}.example`,
      role: 'tutor',
      editionId,
      byId: null,
      invitedAt: day(-(count % 5)),
      expiresAt: day(count % 3 ? 3 : 0),
      outcome: count % 2 ? 'accepted' : null,
      endedAt: null,
      openKey: null,
    }));
    const read = async (query: object) => coordinator.call(readInvitations, { query: { editionId, ...query } });
    await app().build('Invitation', ...invitations.slice(0, 2));
    const [first] = (await read({})).body.items;
    const newest = JSON.stringify([first?.invitedAt, first?.id]);
    const [few, fewBehind] = [(await read({})).statements, (await read({ after: newest })).statements];
    expect(few).toBeGreaterThan(0);
    await app().build('Invitation', ...invitations.slice(2));
    const ordered = (key: (one: (typeof invitations)[number]) => string) =>
      invitations.toSorted((a, b) => (`${key(a)} ${a.id}` < `${key(b)} ${b.id}` ? -1 : 1)).map(({ id }) => id);
    const [byEmail, byDay] = [ordered(({ email }) => email), ordered(({ invitedAt }) => invitedAt.toISOString())];
    for (const [sort, expected] of [
      ['email', byEmail],
      ['-email', byEmail.toReversed()],
      ['invited', byDay],
      ['-invited', byDay.toReversed()],
      [undefined, byDay.toReversed()],
    ] as const) {
      const first = await read({ sort });
      const second = await read({ sort, after: first.body.next });
      expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(expected);
      expect([
        first.body.found,
        first.body.items.length,
        second.body.next,
        first.statements,
        second.statements,
      ]).toEqual([60, 50, null, few, fewBehind]);
    }
    for (const state of ['open', 'expired', 'accepted', 'revoked'] as const) {
      const { items, found } = (await read({ state })).body;
      expect([found, items.every((one) => one.state === state)]).toEqual([
        { open: 20, expired: 10, accepted: 30, revoked: 0 }[state],
        true,
      ]);
    }
    expect((await read({ q: 'A_3', state: 'open' })).body.items.map(({ email }) => email.slice(0, 3))).toEqual(
      invitations.flatMap(({ email, outcome, expiresAt }) =>
        email.startsWith('a_3') && !outcome && expiresAt > day(0) ? 'a_3' : [],
      ),
    );
    expect((await read({ q: 'z%' })).body.found).toBe(0);
  });

  it('are found by the words of their name in any order, without accents, or by a part of the address', async () => {
    const coordinator = await aCoordinator(app());
    const email = `zz.${newId()}@žumberak.example`;
    const { account } = await aPerson(app(), {}, { givenName: 'Željka Marija', familyName: 'D’Angiò-Đurić', email });
    const find = async (q: string) =>
      (await coordinator.call(readPeople, { query: { q } })).body.items.map(({ id }) => id);
    for (const q of ['zeljka durić', 'ĐURIĆ željka', 'marija', `${email.slice(3, 39)}`, 'angio  ŽELJKA'])
      expect(await find(q)).toEqual([account.id]);
    for (const q of ['zeljka 100%', 'z_ljka', 'durić!', 'nobody like this']) expect(await find(q)).toEqual([]);
  });

  it('are listed for one edition with their roles', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId, name } = await anEditionOf(app());
    const role = { editionId, role: 'member' as const };
    for (let count = 0; count < 3; count += 1) await aPerson(app(), { editions: [role] });
    const { body } = await coordinator.call(readPeople, { query: { editionId } });
    expect(body.items.map(({ editions }) => editions)).toEqual(Array(3).fill([{ ...role, edition: name }]));
  });

  it('who are found by the same words are each listed once, page by page, for a fixed number of statements', async () => {
    const coordinator = await aCoordinator(app());
    const { institutionId } = (await aPerson(app())).account;
    const place = newId();
    // Each address is spelled differently, and all are found by the same words.
    const email = (count: number) =>
      `${[...'zazaza'].map((letter, at) => letter + (count & (1 << at) ? '\u0301' : '')).join('')}@${place}.example`.normalize(
        'NFC',
      );
    const accounts = Array.from({ length: 51 }, (_, count) =>
      anAccount({ email: email(count), familyName: 'Quetzalcoatl', institutionId }),
    );
    expect(new Set(accounts.map(({ foundBy }) => foundBy)).size).toBe(1);
    const read = (values: object) => coordinator.call(readPeople, { query: { q: place, ...values } });
    await app().build('Account', ...accounts.slice(0, 1));
    const few = (await read({})).statements;
    expect(few).toBeGreaterThan(0);
    await app().build('Account', ...accounts.slice(1));
    const ids = accounts.map(({ id }) => id).sort();
    for (const [sort, expected] of [
      ['name', ids],
      ['-name', ids.toReversed()],
    ] as const) {
      const first = await read({ sort });
      const second = await read({ sort, after: first.body.next });
      expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(expected);
      expect([first.body.items.length, second.body.next, first.statements, second.statements]).toEqual([
        50,
        null,
        few,
        few,
      ]);
    }
    // The list goes on at the same place, even if that person's account has gone meanwhile.
    const { next } = (await read({})).body;
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete('Account', { id: ids[49] as string }));
    expect((await read({ after: next })).body.items.map(({ id }) => id)).toEqual(ids.slice(50));
  });

  it('are nobody’s to look up but a coordinator’s', async () => {
    const { caller } = await aPerson(app());
    expect((await caller.call(readPeople, { query: { q: 'a' } })).status).toBe(403);
  });
});
