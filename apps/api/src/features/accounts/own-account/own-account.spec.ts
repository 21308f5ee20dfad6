import {
  changeAddress,
  changePassword,
  confirmAddressChange,
  deleteAccount,
  forgetPassword,
  readMe,
  resetPassword,
  signIn,
} from '@libretto/contracts';
import { codeIn } from '../../../testing/code-in';
import { aCoordinator, anApplicant, anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { anAccount } from '../account/account.builder';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { Account } from '../account/account.entity';
import { hashOf } from '../sign-in/password';
import { EditionRole, OrganisationRole } from '../roles/roles.entity';
import { SignIn } from '../sign-in/sign-in.entity';

const password = 'correct horse battery';
const another = 'another long password';

describeOnEachDatabase('one’s own account', (app) => {
  const somebody = async (values: Partial<Account> = {}) => {
    const [account] = await app().build(Account, anAccount({ passwordHash: await hashOf(password), ...values }));
    return { account: account as Account, browser: await app().signedIn((account as Account).id) };
  };
  const codesTo = async (email: string) => {
    expect(await app().runJobs()).toEqual([]);
    return app()
      .mails()
      .filter((mail) => mail.includes(`To: ${email}`))
      .map(codeIn);
  };
  const confirm = (code: string | undefined) =>
    app()
      .visitor()
      .call(confirmAddressChange, { body: { code: code ?? '' } });

  it('gets another password with the present one, and ends every other sign-in', async () => {
    const { account, browser } = await somebody();
    const elsewhere = await app().signedIn(account.id);
    const wrong = await browser.call(changePassword, { body: { present: 'not this one', password: another } });
    expect(wrong.body.code).toBe('accounts.wrong-password');
    expect((await browser.call(changePassword, { body: { present: password, password: another } })).status).toBe(204);
    expect([(await browser.call(readMe)).status, (await elsewhere.call(readMe)).status]).toEqual([200, 401]);
    const enter = (secret: string) =>
      app()
        .visitor()
        .call(signIn, { body: { email: account.email, password: secret } });
    expect([(await enter(password)).status, (await enter(another)).status]).toEqual([409, 204]);
  });

  it('slows down whoever guesses the password at a browser that was left open', async () => {
    const { browser } = await somebody();
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      codes.push((await browser.call(deleteAccount, { body: { password: 'wrong' } })).body.code);
    expect(codes.at(-1)).toBe('common.too-many-requests');
  });

  it('moves to another address once both have confirmed, in either order', async () => {
    for (const order of [0, 1]) {
      const { account, browser } = await somebody();
      const email = `new-${account.email}`;
      expect((await browser.call(changeAddress, { body: { email, password } })).status).toBe(204);
      const [old] = await codesTo(account.email);
      const [fresh] = await codesTo(email);
      const [first, second] = order ? [old, fresh] : [fresh, old];
      expect((await confirm(first)).body).toEqual({ email, isDone: false });
      expect((await browser.call(readMe)).body.email).toBe(account.email);
      expect((await confirm(first)).body.code).toBe('accounts.code-not-valid');
      expect((await confirm(second)).body).toEqual({ email, isDone: true });
      expect((await browser.call(readMe)).body.email).toBe(email);
      // Mails to the former address belong to the same person.
      expect(await app().rows(SentMail, { recipient: account.email })).toEqual([]);
    }
  });

  it('stays where it is when the owner chooses another password, or another address, in the meantime', async () => {
    const { account, browser } = await somebody();
    await browser.call(changeAddress, { body: { email: `first-${account.email}`, password } });
    const [first] = await codesTo(`first-${account.email}`);
    await browser.call(changeAddress, { body: { email: `second-${account.email}`, password } });
    expect((await confirm(first)).body.code).toBe('accounts.code-not-valid');
    await app()
      .visitor()
      .call(forgetPassword, { body: { email: account.email } });
    const moving = [...(await codesTo(account.email)), ...(await codesTo(`second-${account.email}`))];
    const reset = app()
      .mails()
      .find((mail) => mail.includes(`To: ${account.email}`) && mail.includes('new-password'));
    expect(
      (
        await app()
          .visitor()
          .call(resetPassword, { body: { code: codeIn(reset), password: another } })
      ).status,
    ).toBe(204);
    for (const code of moving) expect((await confirm(code)).body.code).toBe('accounts.code-not-valid');
    expect(await app().rows(Account, { id: account.id })).toMatchObject([{ email: account.email }]);
  });

  it('moves to no address of somebody else, and tells nobody whose it is', async () => {
    const { account, browser } = await somebody();
    const [other] = await app().build(Account, anAccount());
    expect((await browser.call(changeAddress, { body: { email: other!.email, password } })).status).toBe(204);
    expect(await codesTo(other!.email)).toEqual(['']);
    expect((await confirm((await codesTo(account.email))[0])).body).toMatchObject({ isDone: false });
    expect((await browser.call(changeAddress, { body: { email: account.email, password } })).body.code).toBe(
      'accounts.is-own-address',
    );
  });

  it('is deleted with all that was of the person alone', async () => {
    const { account, browser } = await somebody();
    expect((await browser.call(deleteAccount, { body: { password } })).status).toBe(204);
    expect((await browser.call(readMe)).status).toBe(401);
    expect(await app().rows(Account, { id: account.id })).toEqual([]);
    expect(await app().rows(SignIn, { accountId: account.id })).toEqual([]);
  });

  it('leaves a name in the records that stay, on an account that nobody can use', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { account } = await aParticipant(app(), editionId, { passwordHash: await hashOf(password) });
    const browser = await app().signedIn(account.id);
    expect((await browser.call(deleteAccount, { body: { password } })).status).toBe(204);
    const [left] = await app().rows(Account, { id: account.id });
    expect(left).toMatchObject({
      givenName: account.givenName,
      passwordHash: '',
      birthDate: null,
      foundBy: '',
      email: expect.stringContaining('.invalid'),
    });
    expect(await app().rows(EditionRole, { accountId: account.id })).toEqual([]);
    expect(
      (
        await app()
          .visitor()
          .call(signIn, { body: { email: account.email, password } })
      ).body.code,
    ).toBe('accounts.sign-in-failed');
  });

  it('takes applications back that nobody waits for any more', async () => {
    const { id: editionId } = await anEditionOf(app());
    const { account, application } = await anApplicant(app(), editionId, {
      account: { passwordHash: await hashOf(password) },
    });
    const browser = await app().signedIn(account.id);
    expect((await browser.call(deleteAccount, { body: { password } })).status).toBe(204);
    const [{ state }] = await app().database.read.query(`SELECT state FROM application WHERE id = '${application.id}'`);
    expect(state).toBe('withdrawn');
  });

  it('is kept while an edition or the installation cannot do without it', async () => {
    const secret = { passwordHash: await hashOf(password) };
    const { id: editionId } = await anEditionOf(app());
    const { caller: tutor } = await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] }, secret);
    const refused = await tutor.call(deleteAccount, { body: { password } });
    expect([refused.body.code, refused.body.numbers]).toEqual([
      'editions.needs-you',
      expect.objectContaining({ need: 'tutor' }),
    ]);
    await aPerson(app(), { editions: [{ editionId, role: 'tutor' }] });
    expect((await tutor.call(deleteAccount, { body: { password } })).status).toBe(204);

    for (const { accountId } of await app().rows(OrganisationRole, { role: 'coordinator' }))
      await app().database.inTransaction((manager) => manager.delete(OrganisationRole, { accountId }));
    const { caller: last } = await aPerson(app(), { organisation: 'coordinator' }, secret);
    expect((await last.call(deleteAccount, { body: { password } })).body.code).toBe('accounts.last-of-role');
    await aCoordinator(app());
    expect((await last.call(deleteAccount, { body: { password } })).status).toBe(204);
  });
});
