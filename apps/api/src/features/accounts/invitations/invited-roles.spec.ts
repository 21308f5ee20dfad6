import {
  assignRole,
  changeAddress,
  confirmAddressChange,
  deleteAccount,
  invitePeople,
  openAccount,
  type PeopleList,
  readInvitations,
  readMe,
} from '@libretto/contracts';
import type { EditionRole, InvitedRole } from '@libretto/domain';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { codeIn } from '../../../testing/code-in';
import { aCoordinator, anEditionOf, aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { Account } from '../account/account.entity';
import { anInstitution } from '../institutions/institution.builder';
import { Institution } from '../institutions/institution.entity';
import { Invitation } from './invitation.entity';
import { hashOf } from '../sign-in/password';
import { RoleRegister } from '../roles/role-register';

const password = 'correct horse battery';
const ana = { givenName: 'Ana', familyName: 'Anić', language: 'en', timeZone: 'Europe/Zagreb', password };
const address = () => `${newId()}@people.example`;
const listed = (email: string, role: InvitedRole | '' = '') => ({ email, givenName: '', familyName: '', role });

/** Invitations while roles, editions and accounts change. */
describeOnEachDatabase('roles to which people are invited', (app) => {
  const codesTo = async (email: string) => {
    expect(await app().runJobs()).toEqual([]);
    return app()
      .mails()
      .filter((mail) => mail.includes(`To: ${email}`))
      .map(codeIn);
  };
  const invite = async (caller: Caller, list: PeopleList) =>
    (await caller.call(invitePeople, { body: list })).body.items.map(({ verdict, fault }) => fault ?? verdict);
  const inviteTo = (caller: Caller, editionId: string, email: string, role: InvitedRole) =>
    invite(caller, { editionId, role, people: [listed(email)] });
  const open = async (email: string) => {
    const browser = app().visitor();
    expect(
      (await browser.call(openAccount, { body: { ...ana, code: (await codesTo(email)).at(-1) as string } })).status,
    ).toBe(204);
    return browser;
  };
  const rolesOf = async (browser: Caller) => (await browser.call(readMe)).body.editions.map(({ role }) => role);
  const holders = (editionId: string, role: EditionRole) => app().get(RoleRegister).holders(editionId, [role]);
  const statesIn = async (caller: Caller, editionId: string) =>
    Object.fromEntries(
      (await caller.call(readInvitations, { query: { editionId } })).body.items.map(({ role, state }) => [role, state]),
    );

  it.each<'chair' | 'deputy'>(['chair', 'deputy'])('make nobody chair and deputy, the %s first', async (first) => {
    const second = first === 'chair' ? 'deputy' : 'chair';
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account } = await aPerson(app());
    for (const email of [account.email, address()]) {
      const people = [listed(email, first), listed(email, second)];
      expect((await invite(coordinator, { editionId, role: null, people }))[1]).toBe('own-deputy');
    }
    const { id: another } = await anEditionOf(app());
    const email = address();
    for (const role of [first, second] as const)
      expect(await inviteTo(coordinator, another, email, role)).toEqual(['invite']);
    expect(await rolesOf(await open(email))).toHaveLength(1);
    expect(Object.values(await statesIn(coordinator, another)).sort()).toEqual(['accepted', 'refused']);
  });

  it('leave a chair where they are, and end for the others once somebody has the role', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const [early, late] = [address(), address()];
    await inviteTo(coordinator, editionId, early, 'chair');
    const [code] = await codesTo(early);
    const { account } = await aPerson(app());
    await coordinator.call(assignRole, { params: { editionId }, body: { accountId: account.id, role: 'chair' } });
    expect(await statesIn(coordinator, editionId)).toEqual({ chair: 'refused' });
    expect(
      (
        await app()
          .visitor()
          .call(openAccount, { body: { ...ana, code: code as string } })
      ).body.code,
    ).toBe('accounts.code-not-valid');

    for (const role of ['chair', 'tutor'] as const) await inviteTo(coordinator, editionId, late, role);
    expect(await rolesOf(await open(late))).toEqual(['tutor']);
    expect(await holders(editionId, 'chair')).toEqual([{ accountId: account.id, role: 'chair' }]);
  });

  it('go to one of two who are invited to the same seat and come at once', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const emails = [address(), address()];
    for (const email of emails)
      await invite(coordinator, { editionId, role: null, people: [listed(email, 'deputy'), listed(email, 'member')] });
    const codes: string[] = [];
    for (const email of emails) codes.push(...(await codesTo(email)));
    await Promise.all(
      codes.map((code) =>
        app()
          .visitor()
          .call(openAccount, { body: { ...ana, code } }),
      ),
    );
    expect(
      [await holders(editionId, 'deputy'), await holders(editionId, 'member')].map(({ length }) => length),
    ).toEqual([1, 2]);
  });

  it('come with an address that an account moves to', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account, caller } = await aPerson(app(), {}, { passwordHash: await hashOf(password) });
    const email = address();
    await inviteTo(coordinator, editionId, email, 'tutor');
    await invite(coordinator, { editionId: null, role: 'registrar', people: [listed(email)] });
    await caller.call(changeAddress, { body: { email, password } });
    for (const code of [...(await codesTo(account.email)), ...(await codesTo(email))])
      await app().visitor().call(confirmAddressChange, { body: { code } });
    expect((await caller.call(readMe)).body).toMatchObject({
      email,
      organisation: ['registrar'],
      editions: [{ editionId, role: 'tutor' }],
    });
    expect(await statesIn(coordinator, editionId)).toEqual({ tutor: 'accepted' });
  });

  it('come to whoever opens an account while they are invited', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const emails = Array.from({ length: 4 }, () => address());
    for (const email of emails) await inviteTo(coordinator, editionId, email, 'member');
    const codes: string[] = [];
    for (const email of emails) codes.push(...(await codesTo(email)));
    const [answer] = await Promise.all([
      coordinator.call(invitePeople, {
        body: { editionId, role: 'tutor', people: emails.map((email) => listed(email)) },
      }),
      ...codes.map((code) =>
        app()
          .visitor()
          .call(openAccount, { body: { ...ana, code } }),
      ),
    ]);
    expect(answer.status).toBe(201);
    // People whose code was voided by the second invitation open the account with the new one.
    for (const email of emails)
      if (!(await app().rows(Invitation, { email, role: 'tutor' })).every(({ outcome }) => outcome)) await open(email);
    expect(await holders(editionId, 'tutor')).toHaveLength(4);
    expect(await holders(editionId, 'member')).toHaveLength(4);
  });

  it('are refused with a word where the edition closes in the meantime', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const { account } = await aPerson(app());
    const asked = await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.query(`UPDATE edition SET state = 'closed' WHERE id = '${editionId}'`);
        const asking = coordinator.call(invitePeople, {
          body: { editionId, role: 'tutor', people: [listed(account.email)] },
        });
        // The other one has seen the edition open by then, and waits.
        await pause(400);
        return { asking };
      });
    // Refused as a whole where its transaction begins later, or for its row where it has begun.
    const { body } = await asked.asking;
    expect(body.code ?? body.items[0]?.fault).toMatch(/is-closed$/);
  });

  it('are not called invited where no mail may go out', async () => {
    const coordinator = await aCoordinator(app());
    const { id: editionId } = await anEditionOf(app());
    const email = address();
    for (const role of ['tutor', 'member', 'deputy'] as const)
      expect(await inviteTo(coordinator, editionId, email, role)).toEqual(['invite']);
    expect(await inviteTo(coordinator, editionId, email, 'registrar')).toEqual(['invited-often']);
    expect(await app().rows(Invitation, { email, role: 'registrar' })).toEqual([]);
    expect(await inviteTo(coordinator, editionId, email, 'tutor')).toEqual(['is-invited']);
  });

  it('keep no deleted account for having asked, nor institutions for having been proposed', async () => {
    const { account, caller } = await aPerson(
      app(),
      { organisation: 'coordinator' },
      { passwordHash: await hashOf(password) },
    );
    await aCoordinator(app());
    const email = address();
    await invite(caller, { editionId: null, role: 'registrar', people: [listed(email)] });
    const institution = anInstitution({ proposedById: account.id });
    await app().build(Institution, institution);
    expect((await caller.call(deleteAccount, { body: { password } })).status).toBe(204);
    expect(await app().rows(Account, { id: account.id })).toEqual([]);
    expect(await app().rows(Invitation, { email })).toMatchObject([{ byId: null, outcome: null }]);
    expect(await app().rows(Institution, { id: institution.id })).toMatchObject([{ proposedById: null }]);
  });
});
