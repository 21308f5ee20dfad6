import {
  changeMe,
  forgetPassword,
  openAccount,
  readCode,
  readMe,
  register,
  resetPassword,
  signIn,
  signOut,
} from '@libretto/contracts';
import { codeIn } from '../../testing/code-in';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { networkOf } from '../../platform/http/network-of';
import { Limits } from '../../platform/limits/limits';
import { anAccount } from './account/account.builder';
import { Account } from './account/account.entity';
import { mailsFromNetwork, mailsToAddress } from './codes/mail-counter';
import { MailedCode } from './codes/mailed-code.entity';
import { hashOf } from './sign-in/password';
import { SignIn } from './sign-in/sign-in.entity';

const password = 'correct horse battery';
const ana = { givenName: 'Ana <b>', familyName: 'Kovač', language: 'it', timeZone: 'Europe/Zagreb' };
const person = (email: string) => ({
  email,
  givenName: ana.givenName,
  familyName: ana.familyName,
  language: ana.language,
});
const hour = 3_600_000;

describeOnEachDatabase('accounts', (app) => {
  const mailsTo = async (the: TestApp, email: string) => {
    expect(await the.runJobs()).toEqual([]);
    return the.mails().filter((mail) => mail.includes(`To: ${email}`));
  };
  const later = (ms: number) => app().clock.set(new Date(app().clock.now().getTime() + ms));
  const visitor = () => app().visitor();

  it('opens an account once the address is proven, with the password that is chosen then', async () => {
    const browser = visitor();
    const email = 'ana@zagreb.example';
    expect((await browser.call(register, { body: person(email) })).status).toBe(204);
    expect(await app().rows(Account, { email })).toEqual([]);
    const code = codeIn((await mailsTo(app(), email))[0]);
    expect((await browser.call(readCode, { body: { code } })).body).toEqual({
      email,
      givenName: 'Ana <b>',
      familyName: 'Kovač',
    });
    const body = { ...ana, code, password, givenName: 'Ana' };
    expect((await browser.call(openAccount, { body })).status).toBe(204);
    expect((await browser.call(readMe)).body).toMatchObject({
      email,
      givenName: 'Ana',
      timeZone: 'Europe/Zagreb',
      editions: [],
    });
    expect((await browser.call(openAccount, { body })).body.code).toBe('accounts.code-not-valid');
    expect((await browser.call(signOut)).status).toBe(204);
    expect((await browser.call(readMe)).status).toBe(401);
    expect((await browser.call(signIn, { body: { email, password } })).status).toBe(204);
  });

  it('lets nobody keep an account, a password or a name for an address of somebody else', async () => {
    const email = 'owner@zagreb.example';
    const [stranger, owner] = [visitor(), visitor()];
    await stranger.call(register, { body: { ...person(email), givenName: 'Stranger' } });
    const first = codeIn((await mailsTo(app(), email))[0]);
    await owner.call(register, { body: person(email) });
    const [second] = (await mailsTo(app(), email)).map(codeIn).filter((code) => code !== first);
    const open = (code: string) => owner.call(openAccount, { body: { ...ana, code, password } });
    expect((await open(first)).body.code).toBe('accounts.code-not-valid');
    expect((await open(second as string)).status).toBe(204);
    expect(await app().rows(Account, { email })).toMatchObject([{ givenName: 'Ana <b>' }]);
    expect(await app().rows(MailedCode, { email })).toEqual([]);
  });

  it('opens one account, whoever uses a code how often at once', async () => {
    const email = 'at-once@zagreb.example';
    await visitor().call(register, { body: person(email) });
    const code = codeIn((await mailsTo(app(), email))[0]);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => visitor().call(openAccount, { body: { ...ana, code, password } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409]);
    const [account] = await app().rows(Account, { email });
    expect(await app().rows(SignIn, { accountId: account!.id })).toHaveLength(1);
  });

  it('has one working code of requests that come at once', async () => {
    const email = 'twice@zagreb.example';
    const asked = await Promise.all([1, 2, 3].map(() => visitor().call(register, { body: person(email) })));
    expect(asked.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await mailsTo(app(), email)).toHaveLength(1);
    expect(await app().rows(MailedCode, { email })).toHaveLength(1);
  });

  it('takes no code for another purpose, and none that is too old', async () => {
    const [account] = await app().build(Account, anAccount());
    const browser = visitor();
    await browser.call(register, { body: person('purpose@zagreb.example') });
    await browser.call(forgetPassword, { body: { email: account!.email } });
    const registering = codeIn((await mailsTo(app(), 'purpose@zagreb.example'))[0]);
    const resetting = codeIn((await mailsTo(app(), account!.email))[0]);
    expect((await browser.call(openAccount, { body: { ...ana, code: resetting, password } })).body.code).toBe(
      'accounts.code-not-valid',
    );
    expect((await browser.call(readCode, { body: { code: resetting } })).body.code).toBe('accounts.code-not-valid');
    expect((await browser.call(resetPassword, { body: { code: registering, password } })).body.code).toBe(
      'accounts.code-not-valid',
    );
    later(2 * hour);
    expect((await browser.call(resetPassword, { body: { code: resetting, password } })).body.code).toBe(
      'accounts.code-not-valid',
    );
    later(71 * hour);
    expect((await browser.call(openAccount, { body: { ...ana, code: registering, password } })).body.code).toBe(
      'accounts.code-not-valid',
    );
  });

  it('answers a registration the same where the address has an account, and tells its owner by mail', async () => {
    const [account] = await app().build(Account, anAccount());
    const [known, unknown] = [
      await visitor().call(register, { body: person(account!.email) }),
      await visitor().call(register, { body: person('new@zagreb.example') }),
    ];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const [mail, ...more] = await mailsTo(app(), account!.email);
    expect(more).toEqual([]);
    expect(mail).toContain('/forgotten-password');
    expect(codeIn(mail)).toBe('');
    expect(await app().rows(Account, { email: account!.email })).toEqual([account]);
  });

  it('carries nothing that somebody wrote to an address that nobody has proven', async () => {
    const email = 'lured@zagreb.example';
    const lure = 'You won 500 EUR http://evil.example/claim';
    const [account] = await app().build(Account, anAccount({ givenName: lure, familyName: lure }));
    await visitor().call(register, { body: { ...person(email), givenName: lure, familyName: lure } });
    await visitor().call(register, { body: { ...person(account!.email), givenName: lure } });
    await visitor().call(forgetPassword, { body: { email: account!.email } });
    const mails = [...(await mailsTo(app(), email)), ...(await mailsTo(app(), account!.email))];
    expect(mails).toHaveLength(3);
    for (const mail of mails) expect(mail.replace(/=\r?\n/g, '')).not.toMatch(/500 EUR|evil|You won/);
  });

  it.each([
    ['turned by an override', { familyName: '\u202EgnoW' }, 'familyName'],
    ['invisible', { givenName: '\u200B\u2060' }, 'givenName'],
    ['over two lines', { givenName: 'Ana\nKovač' }, 'givenName'],
    ['with a NUL', { familyName: 'Kov\u0000ač' }, 'familyName'],
    ['missing', { givenName: ' ' }, 'givenName'],
  ])('takes no name that is %s, and says where', async (_, name, path) => {
    const answer = await visitor().call(register, { body: { ...person('odd-name@zagreb.example'), ...name } });
    expect([answer.status, answer.body.fields?.map((field) => field.path)]).toEqual([422, [path]]);
    expect(await mailsTo(app(), 'odd-name@zagreb.example')).toEqual([]);
  });

  it.each([
    ['suharto@žumberak.example', 'suharto@xn--umberak-cxb.example'],
    ['мария@университет.ею', 'мария@университет.ею'],
  ])('opens an account for somebody with one name at %s', async (email, inMail) => {
    await visitor().call(register, { body: { ...person(email), givenName: 'Suharto', familyName: '' } });
    const code = codeIn((await mailsTo(app(), inMail))[0]);
    const browser = visitor();
    expect(
      (await browser.call(openAccount, { body: { ...ana, givenName: 'Suharto', familyName: '', code, password } }))
        .status,
    ).toBe(204);
    expect((await browser.call(readMe)).body).toMatchObject({ email, givenName: 'Suharto', familyName: '' });
  });

  it('takes every spelling of a domain for one address', async () => {
    const email = 'iva.anic@žumberak.example';
    await app().build(Account, anAccount({ email, passwordHash: await hashOf(password) }));
    for (const spelled of [
      'iva.anic@xn--umberak-cxb.example',
      'Iva.Anic@ŽUMBERAK。example',
      'iva.anic@ｚ\u030Cumberak.example',
    ]) {
      expect((await visitor().call(signIn, { body: { email: spelled, password } })).status).toBe(204);
      expect((await visitor().call(register, { body: person(spelled) })).status).toBe(204);
    }
    // Three an hour, and all three were asked for.
    expect(await app().get(Limits).tryToTake(mailsToAddress('register'), email)).toBeGreaterThan(0);
    for (const hidden of ['\u00AD', '\u200B', '\u2060', '\uFE0F', '\u034F'])
      expect((await visitor().call(register, { body: person(`iva.anic@žumb${hidden}erak.example`) })).status).toBe(422);
  });

  it('mails an address three times an hour at most, known or not, and answers as before', async () => {
    const [account] = await app().build(Account, anAccount());
    for (const email of [account!.email, 'unknown@zagreb.example']) {
      const asked = Array.from({ length: 6 }, () => visitor().call(register, { body: person(email) }));
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(6).fill(204));
      // If three were asked for at once, only the newest goes out.
      const first = await mailsTo(app(), email);
      expect(first).toHaveLength(1);
      expect((await visitor().call(register, { body: person(email) })).status).toBe(204);
      expect(await mailsTo(app(), email)).toEqual(first);
    }
    // A stranger who registers somebody else's address again and again cannot block a new password.
    await visitor().call(forgetPassword, { body: { email: account!.email } });
    expect(await mailsTo(app(), account!.email)).toHaveLength(2);
    await app().get(Limits).clear(mailsToAddress('register'), account!.email);
    await visitor().call(register, { body: person(account!.email) });
    expect(await mailsTo(app(), account!.email)).toHaveLength(3);
  });

  it('mails from one network 60 times an hour at most, and says so', async () => {
    const [one, other] = [app().visitor('2001:db8:7::1'), app().visitor('2001:db8:7::ffff')];
    const ask = (number: number) =>
      (number % 2 ? one : other).call(number % 3 ? register : forgetPassword, {
        body: person(`n${number}@network.example`),
      } as never);
    const answers = await Promise.all(Array.from({ length: 62 }, (_, number) => ask(number)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(60);
    expect(answers.filter(({ body }) => body.code === 'common.too-many-requests')).toHaveLength(2);
    expect((await visitor().call(register, { body: person('elsewhere@network.example') })).status).toBe(204);
    await app().get(Limits).clear(mailsFromNetwork, networkOf('2001:db8:7::1'));
    expect((await ask(1)).status).toBe(204);
  });

  it('sets a new password once, and signs out everywhere', async () => {
    const [account] = await app().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const elsewhere = await app().signedIn(account!.id);
    const browser = visitor();
    await browser.call(forgetPassword, { body: { email: account!.email } });
    expect((await browser.call(forgetPassword, { body: { email: 'nobody@zagreb.example' } })).status).toBe(204);
    expect(await mailsTo(app(), 'nobody@zagreb.example')).toEqual([]);
    const [mail] = await mailsTo(app(), account!.email);
    const body = { code: codeIn(mail), password: 'another long password' };
    expect((await browser.call(resetPassword, { body })).status).toBe(204);
    expect((await browser.call(resetPassword, { body })).body.code).toBe('accounts.code-not-valid');
    expect((await elsewhere.call(readMe)).status).toBe(401);
    expect((await browser.call(signIn, { body: { email: account!.email, password: body.password } })).status).toBe(204);
  });

  it('lets no older mail set another password', async () => {
    const [account] = await app().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const browser = visitor();
    const codes: string[] = [];
    for (let asked = 0; asked < 2; asked += 1) {
      await browser.call(forgetPassword, { body: { email: account!.email } });
      codes.push(...(await mailsTo(app(), account!.email)).map(codeIn).filter((code) => !codes.includes(code)));
    }
    expect(
      (await browser.call(resetPassword, { body: { code: codes[0]!, password: 'a third long password' } })).body.code,
    ).toBe('accounts.code-not-valid');
    expect(
      (await browser.call(resetPassword, { body: { code: codes[1]!, password: 'another long password' } })).status,
    ).toBe(204);
  });

  it('slows a guesser down without locking the owner out', async () => {
    const [account] = await app().build(Account, anAccount({ passwordHash: await hashOf(password) }));
    const guesser = visitor();
    const guess = { body: { email: account!.email, password: 'wrong' } };
    const answers = await Promise.all(Array.from({ length: 120 }, () => guesser.call(signIn, guess)));
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'accounts.sign-in-failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'common.too-many-requests')).toHaveLength(110);
    const right = { body: { email: account!.email, password } };
    expect((await guesser.call(signIn, right)).status).toBe(429);
    expect((await app().visitor().call(signIn, right)).status).toBe(204);
  });

  it('changes only what was sent, and nothing when a part is wrong', async () => {
    const [account] = await app().build(Account, anAccount());
    const browser = await app().signedIn(account!.id);
    expect((await browser.call(changeMe, { body: { language: 'it' } })).status).toBe(204);
    for (const birthDate of ['0000-01-01', '1899-12-31', '2100-01-01'])
      expect((await browser.call(changeMe, { body: { givenName: 'Eva', birthDate } })).body.fields).toEqual([
        { path: 'birthDate', message: expect.any(String) },
      ]);
    expect((await browser.call(changeMe, { body: { birthDate: '1990-05-04' } })).status).toBe(204);
    const wrong = await browser.call(changeMe, { body: { givenName: 'Eva', timeZone: 'Mars/Olympus' } });
    expect(wrong.body.fields).toEqual([{ path: 'timeZone', message: expect.any(String) }]);
    expect((await browser.call(readMe)).body).toMatchObject({
      givenName: 'Ana',
      language: 'it',
      timeZone: 'Europe/Rome',
    });
  });

  it('carries out nothing that another site sent', async () => {
    const answer = await visitor().call(register, { body: person('x@y.example') }, { origin: 'https://evil.example' });
    expect(answer.body.code).toBe('common.foreign-request');
  });
});
