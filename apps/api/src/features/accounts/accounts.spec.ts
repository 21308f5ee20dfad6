import {
  changeMe,
  confirmAddress,
  forgetPassword,
  readMe,
  register,
  resetPassword,
  searchPeople,
  signIn,
  signOut,
} from '@libretto/contracts';
import { describeOnEachDatabase, type World } from '../../testing/world';
import { anAccount } from './account.builder';
import { Account } from './account.entity';
import { hashOf } from './password';
import { PasswordRequest } from './password-request.entity';
import { OrganisationRole } from './roles.entity';
import { newId } from '../../platform/database/new-id';

const password = 'correct horse battery';
const person = (email: string) => ({
  email,
  password,
  givenName: 'Ana <b>',
  familyName: 'Kovač',
  language: 'it',
  timeZone: 'Europe/Zagreb',
});
const codeIn = (mail: string | undefined) => /code=3?D?([\w-]{43})/.exec((mail ?? '').replace(/=\r?\n/g, ''))?.[1] ?? '';

describeOnEachDatabase('accounts', (world) => {
  const mailsTo = async (the: World, email: string) => {
    expect(await the.runJobs()).toEqual([]);
    return the.mails().filter((mail) => mail.includes(`To: ${email}`));
  };

  it('lets somebody in once the address is confirmed, and out again', async () => {
    const browser = world().visitor();
    expect((await browser.call(register, { body: person('ana@zagreb.example') })).status).toBe(204);
    const early = await browser.call(signIn, { body: { email: 'ana@zagreb.example', password } });
    expect(early.body.code).toBe('accounts.address-not-confirmed');

    const [mail] = await mailsTo(world(), 'ana@zagreb.example');
    const code = codeIn(mail);
    expect((await browser.call(confirmAddress, { body: { code } })).status).toBe(204);
    expect((await browser.call(confirmAddress, { body: { code } })).body.code).toBe('accounts.code-not-valid');
    expect((await browser.call(signIn, { body: { email: 'ana@zagreb.example', password } })).status).toBe(204);
    expect((await browser.call(readMe)).body).toMatchObject({ givenName: 'Ana <b>', timeZone: 'Europe/Zagreb', editions: [] });
    expect((await browser.call(signOut)).status).toBe(204);
    expect((await browser.call(readMe)).status).toBe(401);
  });

  it('answers a second registration like the first, and mails a way back in', async () => {
    const browser = world().visitor();
    await browser.call(register, { body: person('twice@zagreb.example') });
    expect((await browser.call(register, { body: person('twice@zagreb.example') })).status).toBe(204);
    expect(await world().rows(Account, { email: 'twice@zagreb.example' })).toHaveLength(1);
    expect(await mailsTo(world(), 'twice@zagreb.example')).toHaveLength(2);
  });

  it('mails an address three times an hour at most, and answers as before', async () => {
    const [account, other] = await world().build(Account, anAccount(), anAccount());
    const browser = world().visitor();
    const forget = () => browser.call(forgetPassword, { body: { email: account!.email } });
    const asked = [...Array.from({ length: 6 }, forget), browser.call(register, { body: person(account!.email) })];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(7).fill(204));
    expect(await mailsTo(world(), account!.email)).toHaveLength(3);
    expect((await browser.call(register, { body: person(account!.email) })).status).toBe(204);
    await browser.call(forgetPassword, { body: { email: other!.email } });
    expect(await mailsTo(world(), account!.email)).toHaveLength(3);
    expect(await mailsTo(world(), other!.email)).toHaveLength(1);

    world().clock.set(new Date(world().clock.now().getTime() + 3_600_000));
    await forget();
    expect(await mailsTo(world(), account!.email)).toHaveLength(4);
    expect(await world().rows(PasswordRequest, { accountId: account!.id })).toHaveLength(1);
  });

  it('sets a new password once, and signs out everywhere', async () => {
    const [account] = await world().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const elsewhere = await world().signedIn(account!.id);
    const browser = world().visitor();
    await browser.call(forgetPassword, { body: { email: account!.email } });
    expect((await browser.call(forgetPassword, { body: { email: 'nobody@zagreb.example' } })).status).toBe(204);
    const [mail] = await mailsTo(world(), account!.email);
    const body = { code: codeIn(mail), password: 'another long password' };
    expect((await browser.call(resetPassword, { body })).status).toBe(204);
    expect((await browser.call(resetPassword, { body })).body.code).toBe('accounts.code-not-valid');
    expect((await elsewhere.call(readMe)).status).toBe(401);
    expect((await browser.call(signIn, { body: { email: account!.email, password: body.password } })).status).toBe(204);
  });

  it('lets no older mail set another password', async () => {
    const [account] = await world().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const browser = world().visitor();
    for (let asked = 0; asked < 2; asked += 1) await browser.call(forgetPassword, { body: { email: account!.email } });
    const [first, second] = (await mailsTo(world(), account!.email)).map(codeIn);
    expect((await browser.call(resetPassword, { body: { code: second!, password: 'another long password' } })).status).toBe(204);
    expect((await browser.call(resetPassword, { body: { code: first!, password: 'a third long password' } })).body.code).toBe('accounts.code-not-valid');
  });

  it('slows a guesser down without locking the owner out', async () => {
    const [account] = await world().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const guesser = world().visitor();
    const guess = { body: { email: account!.email, password: 'wrong' } };
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 6; tries += 1) codes.push((await guesser.call(signIn, guess)).body.code);
    expect(codes).toEqual([...Array(5).fill('accounts.sign-in-failed'), 'common.too-many-requests']);
    world().clock.set(new Date(world().clock.now().getTime() + 2000));
    expect((await guesser.call(signIn, { body: { email: account!.email, password } })).status).toBe(204);
  });

  it('changes only what was sent, and nothing when a part is wrong', async () => {
    const [account] = await world().build(Account, anAccount());
    const browser = await world().signedIn(account!.id);
    expect((await browser.call(changeMe, { body: { language: 'it' } })).status).toBe(204);
    const wrong = await browser.call(changeMe, { body: { givenName: 'Eva', timeZone: 'Mars/Olympus' } });
    expect(wrong.body.fields).toEqual([{ path: 'timeZone', message: expect.any(String) }]);
    expect((await browser.call(readMe)).body).toMatchObject({ givenName: 'Ana', language: 'it', timeZone: 'Europe/Rome' });
  });

  it('lets only a coordinator look people up', async () => {
    const [account, coordinator] = await world().build(Account, anAccount({ familyName: 'Zrinski' }), anAccount());
    await world().build(OrganisationRole, { id: newId(), accountId: coordinator!.id, role: 'coordinator' });
    const query = { text: 'Zrin' };
    expect((await (await world().signedIn(account!.id)).call(searchPeople, { query })).status).toBe(403);
    const found = await (await world().signedIn(coordinator!.id)).call(searchPeople, { query });
    expect(found.body.items.map(({ id }) => id)).toEqual([account!.id]);
  });

  it('carries out nothing that another site sent', async () => {
    const answer = await world().visitor().call(register, { body: person('x@y.example') }, { origin: 'https://evil.example' });
    expect(answer.body.code).toBe('common.foreign-request');
  });
});
