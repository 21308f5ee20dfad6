import { openAccount, readMe } from '@libretto/contracts';
import { codeIn } from '../../../testing/code-in';
import { newId } from '../../../platform/database/new-id';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { anAccount } from '../account/account.builder';
import { Account } from '../account/account.entity';
import { MakeCoordinator } from './make-coordinator';
import { OrganisationRole } from './roles.entity';

const habits = { language: 'it', timeZone: 'Europe/Rome' };

describeOnEachDatabase('making a coordinator', (app) => {
  it('gives the role to somebody who is registered, once', async () => {
    const account = anAccount();
    await app().build(Account, account);
    const make = app().get(MakeCoordinator);
    expect([await make.run(account.email, 'it'), await make.run(account.email, 'it')]).toEqual(['made', 'is-one']);
    expect(await app().rows(OrganisationRole, { accountId: account.id })).toMatchObject([{ role: 'coordinator' }]);
  });

  it('gives the role once, however often at once', async () => {
    const account = anAccount();
    await app().build(Account, account);
    const made = await Promise.all([1, 2, 3, 4].map(() => app().get(MakeCoordinator).run(account.email, 'it')));
    expect(made.sort()).toEqual(['is-one', 'is-one', 'is-one', 'made']);
    expect(await app().rows(OrganisationRole, { accountId: account.id })).toHaveLength(1);
    expect(await app().runJobs()).toEqual([]);
    expect(
      app()
        .mails()
        .filter((text) => text.includes(`To: ${account.email}`)),
    ).toHaveLength(1);
  });

  it('invites somebody who is not, and makes them one once their address is proven', async () => {
    const email = `${newId()}@people.example`;
    const make = app().get(MakeCoordinator);
    expect([await make.run(email, 'it'), await make.run(email, 'it')]).toEqual(['invited', 'invited']);
    expect(await app().rows(Account, { email })).toEqual([]);
    expect(await app().runJobs()).toEqual([]);
    const [mail, ...more] = app()
      .mails()
      .filter((text) => text.includes(`To: ${email}`));
    expect(more).toEqual([]);
    const browser = app().visitor();
    const body = {
      code: codeIn(mail),
      password: 'correct horse battery',
      givenName: 'Chiara',
      familyName: 'Conti',
      ...habits,
    };
    expect((await browser.call(openAccount, { body })).status).toBe(204);
    expect((await browser.call(readMe)).body).toMatchObject({
      email,
      givenName: 'Chiara',
      organisation: ['coordinator'],
    });
  });
});
