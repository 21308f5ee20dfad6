import { newId } from '../../platform/database/new-id';
import { describeOnEachDatabase } from '../../testing/world';
import { anAccount } from './account.builder';
import { Account } from './account.entity';
import { MakeCoordinator } from './make-coordinator';
import { OrganisationRole } from './roles.entity';

const habits = { language: 'it', timeZone: 'Europe/Rome' };

describeOnEachDatabase('making a coordinator', (world) => {
  it('gives the role to somebody who is registered, once', async () => {
    const account = anAccount();
    await world().build(Account, account);
    const make = world().get(MakeCoordinator);
    expect([await make.run(account.email, habits), await make.run(account.email, habits)]).toEqual(['made', 'is-one']);
    expect(await world().rows(OrganisationRole, { accountId: account.id })).toMatchObject([{ role: 'coordinator' }]);
  });

  it('invites somebody who is not', async () => {
    const email = `${newId()}@people.example`;
    expect(await world().get(MakeCoordinator).run(email, habits)).toBe('invited');
    expect(await world().rows(Account, { email })).toMatchObject([{ ...habits, emailConfirmedAt: null }]);
    expect(await world().runJobs()).toEqual([]);
    expect(world().mails().filter((text) => text.includes(`To: ${email}`))).toEqual([expect.stringContaining('password')]);
  });
});
