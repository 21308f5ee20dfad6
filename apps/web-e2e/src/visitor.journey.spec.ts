import { expectNoViolations, expectRings, journey, linkMailedTo, look } from './harness';

const { visit } = journey();

describe('somebody who comes for the first time', () => {
  it('registers, chooses a password once the address is proven, and signs in', async () => {
    const page = await visit('/register');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('Required', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('given-name');
    await expectNoViolations(page);
    await look(page, 'register-gaps');

    await page.getByLabel('Given name').fill('Ivana');
    await page.getByLabel('Family name').fill('<b>Ilić</b>');
    await page.getByLabel('E-mail address').fill('ivana@university.example');
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.waitForURL('**/register/sent');
    await expectNoViolations(page);

    const link = await linkMailedTo(page, 'ivana@university.example', 'Create your account');
    await page.goto('/mailbox');
    await page.getByRole('link', { name: 'Create your account' }).first().click();
    await page.frameLocator('iframe').getByRole('link').first().waitFor();
    await expectNoViolations(page);
    await look(page, 'mail');
    await page.getByRole('button', { name: 'Skip the document' }).press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Plain text');
    await page.goto(link);
    await page.getByText('ivana@university.example is confirmed').waitFor();
    expect(await page.getByLabel('Given name').inputValue()).toBe('Ivana');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('At least 12 characters.', { exact: true }).waitFor();
    await expectNoViolations(page);
    await look(page, 'open-account');
    await page.getByLabel('Password').fill('a sentence to remember');
    await page.getByRole('button', { name: 'Create account' }).click();
    // A menu closes when its page gives way to another.
    await page.waitForURL(({ pathname }) => pathname !== new URL(link).pathname);
    await page.getByRole('button', { name: 'Ivana' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(link);
    await page.getByText('This link has already been used').waitFor();
    await expectNoViolations(page);

    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('ivana@university.example');
    await page.getByLabel('Password').fill('not the sentence');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Wrong e-mail or password').waitFor();
    await page.getByLabel('Password').fill('a sentence to remember');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Ivana' }).waitFor();

    await page.goto('/account');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    expect(await page.getByLabel('Family name').inputValue()).toBe('<b>Ilić</b>');
    await page.getByLabel('Date of birth').fill('1990-05-17');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('it');
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Salvato', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('it');
    await page.reload();
    await page.getByRole('heading', { name: 'Il mio account' }).waitFor();
    expect(await page.getByLabel('Data di nascita').inputValue()).toBe('1990-05-17');
    await look(page, 'account-it');
  });

  it('reads in the language of the browser, and in another at a press', async () => {
    const page = await visit('/sign-in', { language: 'it' });
    await page.getByRole('heading', { name: 'Accedi', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Lingua' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.title()).toBe('Sign in · Libretto');
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  it('is somebody of the demo with one press, comes back to where it was going, and signs out', async () => {
    const page = await visit('/account');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    await expectNoViolations(page);
    await look(page, 'sign-in');
    await page.getByRole('button', { name: 'Teresa Tavares' }).click();
    await page.waitForURL('**/account');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  });

  it('reads by which rules the house is kept, and whom to ask', async () => {
    const page = await visit('/sign-in');
    for (const [link, part] of [
      ['Privacy', 'Cookies and your browser'],
      ['Accessibility', 'Known limits'],
    ] as const) {
      await page.getByRole('contentinfo').getByRole('link', { name: link }).click();
      await page.getByRole('heading', { name: part }).waitFor();
      await page.getByText('contact@libretto.example').first().waitFor();
      await expectNoViolations(page);
      await look(page, link.toLowerCase());
    }
    await page.goto('/privacy?language=it');
    await page.getByRole('heading', { name: 'Cookie e browser' }).waitFor();
  });

  it('reads in dark or light as it chose on this device, whatever the system has', async () => {
    const page = await visit('/sign-in');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await paper()).not.toBe(light);
    await expectNoViolations(page);
    await page.goto('/verify');
    expect(await paper()).not.toBe(light);
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('button', { name: 'Like the system' }).click();
    expect(await paper()).toBe(light);
  });

  it('sees where the keys are on every control', async () => {
    await expectRings(await visit('/register'), 20);
    await expectRings(await visit('/programmes'), 20);
  });

  it('finds a way on where nothing is', async () => {
    const page = await visit('/no/such/page');
    expect((await page.request.get('/no/such/page')).status()).toBe(404);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await expectNoViolations(page);
    await look(page, 'not-found');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  });
});
