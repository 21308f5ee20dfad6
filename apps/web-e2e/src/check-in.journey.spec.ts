import type { Page } from 'playwright-core';
import { does, editionCalled, expectNoViolations, journey, look, signIn } from './harness';

const { goOn, visit, windowOf } = journey();

const narrow = { width: 390 };

interface Code {
  readonly address: string;
  readonly short: string;
}

/** Half an hour into a session, whatever the time is now: that session, and the code that is on its wall. */
async function theHall(tutor: Page) {
  const edition = `/editions/${await editionCalled(tutor)}`;
  const { sessions } = await does<{ sessions: Record<'id' | 'title' | 'startsAt', string>[] }>(
    tutor,
    'GET',
    `${edition}/sessions`,
  );
  const going = sessions.find(({ title }) => title === 'Cases from our own desks');
  await goOn(new Date(Date.parse(going?.startsAt ?? '') + 1_800_000));
  const session = `${edition}/sessions/${going?.id}`;
  const code = async () => (await does<{ codes: [Code] }>(tutor, 'GET', `${session}/code`)).codes[0];
  return { edition, session, code };
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Check in' }).click();
}

describe('a hall', () => {
  it('checks in with the code on the wall, through a sign-in too, and the roll shows it at once', async () => {
    const tutor = await windowOf('tutor');
    const { edition, session, code } = await theHall(tutor);
    const old = await code();
    const taken = Date.now();

    await tutor.goto(`${edition}/today`);
    await tutor.getByRole('link', { name: 'Show check-in code' }).first().click();
    await tutor.getByRole('img', { name: 'QR code for check-in' }).waitFor();
    await tutor.getByText(/^[3479CDFHJKMNPQRTWXY]{3} [3479CDFHJKMNPQRTWXY]{3}$/).waitFor();
    await tutor.getByText('0 of 25 people present').waitFor();
    await expectNoViolations(tutor);
    await look(tutor, 'check-in-code');
    // All of it fits on a wall without scrolling.
    const { bottom } = await tutor
      .getByRole('img', { name: 'QR code for check-in' })
      .evaluate((drawing) => drawing.getBoundingClientRect());
    expect(bottom).toBeLessThanOrEqual(800);
    const roll = await visit();
    await signIn(roll, 'tutor', `${session}/roll`);
    const row = roll.getByRole('group', { name: 'Pauline' });
    await row.getByRole('button', { name: 'late', pressed: false }).waitFor();

    // A wrong code, and one that was on the wall before.
    const typing = await visit(undefined, narrow);
    await signIn(typing, 'participant', '/check-in');
    await type(typing, 'CDF HJK');
    await typing.getByText('This code isn’t valid.').waitFor();
    await expectNoViolations(typing);
    await look(typing, 'check-in-refused');
    await typing.waitForTimeout(Math.max(0, taken + 31_000 - Date.now()));
    await type(typing, old.short.toLowerCase());
    await typing.getByText('The code has changed').waitFor();

    // The scan of somebody who is not signed in.
    const phone = await visit(undefined, narrow);
    const { password, people } = await does<{ password: string; people: { email: string; comesTo: string }[] }>(
      phone,
      'GET',
      '/demo',
    );
    await phone.goto((await code()).address);
    await phone.getByLabel('E-mail').fill(people.find(({ comesTo }) => comesTo === 'participant')?.email ?? '');
    await phone.getByLabel('Password').fill(password);
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await phone.getByRole('heading', { name: 'You’re checked in' }).waitFor();
    const began = Date.now();
    await phone.getByText(/Your attendance is recorded: late, 3\d.min after the start/).waitFor();
    await row.getByRole('button', { name: 'late', pressed: true }).waitFor({ timeout: 5000 });
    await tutor.getByText('1 of 25 people present').waitFor({ timeout: 5000 });
    expect(Date.now() - began).toBeLessThan(5000);
    await expectNoViolations(phone);
    await look(phone, 'checked-in');

    // Without a connection the code is kept; with one it is sent, once.
    await typing.goto('/check-in');
    await typing.getByLabel('Code').waitFor();
    await typing.context().setOffline(true);
    await type(typing, (await code()).short);
    await typing.getByRole('heading', { name: 'No connection' }).waitFor();
    await expectNoViolations(typing);
    await typing.context().setOffline(false);
    await typing.getByRole('heading', { name: 'You’re already checked in' }).waitFor();

    // Of somebody else’s edition.
    const stranger = await visit(undefined, narrow);
    await signIn(stranger, 'holder', (await code()).address);
    await stranger.getByText('aren’t enrolled').waitFor();
  });
});
