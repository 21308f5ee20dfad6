import { expectNoViolations, journey, look } from './harness';
import { verifyLink } from './whole-way/verification';

const { as, inEdition, visit } = journey();

describe('a registrar', () => {
  it('sees what stopped, corrects a credential and revokes it; whoever has its address reads each', async () => {
    const page = await as('registrar');
    await page.getByText('3 issued, none in progress, 1 stopped').waitFor();
    await page.getByText('the participant’s confirmation of name and date of birth').waitFor();
    await expectNoViolations(page);
    await look(page, 'awards');
    await page.getByText('Waiting for the participant’s confirmation; issuing then continues automatically.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Revoked 0' }).click();
    await page.getByText('No awards').waitFor();
    await expectNoViolations(page);

    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.getByRole('link', { name: 'Participant' }).click();
    await page.getByRole('columnheader', { name: 'Participant' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    await page.getByLabel('Search by name').fill('simic');
    await page.getByText('2 awards found').waitFor();
    await page.reload();
    await page.getByText('2 awards found').waitFor();
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Petra Šimić', 'Petra Šimić']);
    await page.getByLabel('Search by name').fill('');

    await page.getByRole('link', { name: 'Issued 3' }).click();
    await page.getByRole('row').filter({ hasText: 'Pilot' }).getByRole('link', { name: 'Petra Šimić' }).click();
    await page.getByRole('heading', { name: 'Petra Šimić' }).waitFor();
    await page.locator('iframe[title="certificate of Petra Šimić"]').waitFor();
    await look(page, 'award');
    await expectNoViolations(page);

    await page.locator('summary', { hasText: 'Correct credential' }).click();
    await page.getByLabel('Family name').fill('Šimić <b>Radić</b>');
    await page.getByRole('button', { name: 'Correct credential' }).click();
    await page.getByText('Required', { exact: true }).waitFor();
    await page.getByLabel('Reason').first().fill('The second family name was missing.');
    await page.getByRole('button', { name: 'Correct credential' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Correct credential' }).click();
    await page.getByRole('heading', { name: 'Petra Šimić <b>Radić</b>' }).waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: 'Replaced' })
      .filter({ hasText: 'The second family name was missing.' })
      .waitFor();
    // A job prints the new certificate: the page asks again until it is there.
    await page.locator('iframe[title="certificate of Petra Šimić <b>Radić</b>"]').waitFor({ timeout: 30_000 });
    await expectNoViolations(page);

    const address = (await page.getByRole('link', { name: 'Public page' }).getAttribute('href')) ?? '';
    const verifier = await visit(address);
    await verifier.getByText('This credential is valid, according to its issuer. It was corrected on').waitFor();
    await verifier.getByText('Petra Šimić <b>Radić</b>').waitFor();
    await expectNoViolations(verifier);
    await look(verifier, 'shared-credential');
    const signed = await verifier.request.get(address, { headers: { accept: 'application/vc' } });
    expect(await signed.json()).toMatchObject({
      credentialSubject: { achievement: { name: 'Professional course on Automatic Recognition' } },
    });

    await page.reload();
    await page.locator('summary', { hasText: 'Suspend credential' }).click();
    const suspending = page.locator('lib-change-standing[change=suspend]');
    await suspending.getByLabel('Reason').fill('The project work is being examined.');
    await suspending.getByRole('button', { name: 'Suspend credential' }).click();
    await page.getByRole('row').filter({ hasText: 'Still suspended' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'award-suspended');
    await verifier.reload();
    await verifier.getByText('This credential has been suspended since').waitFor();
    await expectNoViolations(verifier);
    await look(verifier, 'shared-suspended');
    await verifyLink(verifier, new URL(address, verifier.url()).href, 'Suspended');
    await verifier.getByText('Suspended by the issuer since').waitFor();
    await expectNoViolations(verifier);
    await look(verifier, 'verify-suspended');

    await page.locator('summary', { hasText: 'Reinstate credential' }).click();
    const reinstating = page.locator('lib-change-standing[change=reinstate]');
    await reinstating.getByLabel('Reason').fill('The project work is their own.');
    await reinstating.getByRole('button', { name: 'Reinstate credential' }).click();
    await page.getByRole('row').filter({ hasText: 'The project work is their own.' }).waitFor();
    await verifier.goto(address);
    await verifier.getByText('This credential is valid, according to its issuer.').waitFor();

    await page.locator('summary', { hasText: 'Revoke credential' }).click();
    await page.getByLabel('Reason').last().fill('The project work was somebody else’s.');
    await page.getByRole('button', { name: 'Revoke credential' }).click();
    await page.getByText('This can’t be undone.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke credential' }).click();
    await page.getByRole('row').filter({ hasText: 'The project work was somebody else’s.' }).waitFor();
    expect(await page.locator('summary', { hasText: 'Correct credential' }).count()).toBe(0);
    await expectNoViolations(page);

    await verifier.reload();
    await verifier.getByText('This credential is no longer valid. The issuer revoked it on').waitFor();
    await expectNoViolations(verifier);
    const status = await verifier.request.get(`${address}/status`);
    expect(await status.json()).toMatchObject({ state: 'revoked' });
  });

  it('pauses the issuing of an edition, and resumes it', async () => {
    const page = await inEdition('registrar', 'awards');
    await page.getByRole('button', { name: 'Pause issuing' }).click();
    await page.getByText('No award is waiting.').waitFor();
    await expectNoViolations(page);
    await look(page, 'awards-paused');
    await page.getByRole('button', { name: 'Resume issuing' }).click();
    await page.getByRole('button', { name: 'Pause issuing' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'awards-of-edition');
  });

  it('sees what a change would do to several awards, and then does it to each with one reason', async () => {
    const page = await as('registrar');
    await page.getByRole('link', { name: /^Change all \d+ awards$/ }).waitFor();
    await page.getByRole('link', { name: /^Change all \d+ awards$/ }).click();
    await page.getByLabel('Change', { exact: true }).selectOption('Suspend');
    await page.getByText('Will be suspended').first().waitFor();
    await page.getByText('No credential has been issued for this award yet.').waitFor();
    await expectNoViolations(page);
    await look(page, 'change-awards');
    await page.getByLabel('Reason').fill('The register is being checked.');
    await page.getByRole('button', { name: /^Suspend \d credentials?$/ }).click();
    await page.getByText(/awards? (was|were) changed\./).waitFor();
    await expectNoViolations(page);
    await look(page, 'changed-awards');
    await page.getByLabel('Change', { exact: true }).selectOption('Reinstate');
    await page.getByText('Will be valid again').first().waitFor();
    await page.getByLabel('Reason').fill('All is in order.');
    await page.getByRole('button', { name: /^Reinstate \d credentials?$/ }).click();
    await page.getByText('Valid again').first().waitFor();
    await page.getByRole('link', { name: 'All awards' }).click();
    await page.getByRole('heading', { name: 'Awards' }).waitFor();
  });

  it('withdraws a key that somebody else may have, and sees what it signed be signed again', async () => {
    const page = await as('registrar');
    await page.goto('/signing-keys');
    await page.locator('summary', { hasText: 'Report as compromised' }).click();
    await page.getByLabel('Reason').fill('A stolen laptop.');
    await page.getByRole('button', { name: 'Withdraw key' }).click();
    const asked = page.getByRole('alertdialog');
    await asked.getByText('Holders have to download their certificate again').waitFor();
    await asked.getByRole('button', { name: 'Withdraw key' }).click();
    const withdrawn = page.getByRole('row').filter({ hasText: 'A stolen laptop.' });
    await withdrawn.getByText('All are signed again.').waitFor();
    await page.getByRole('row').filter({ hasText: 'Current' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'signing-keys');
  });

  it('is told where nothing was ever issued', async () => {
    const page = await visit(`/credentials/${'0'.repeat(26)}`);
    await page.getByText('Credential not found').waitFor();
    await expectNoViolations(page);
  });
});
