import { expectNoViolations, journey, look } from './harness';

const { as } = journey();

describe('what is held about a person', () => {
  it('is asked for on the account, made while one waits, and taken away as a zip', async () => {
    const page = await as('applicant', '/account');
    await page.getByRole('link', { name: 'Your data' }).click();
    await page.getByRole('heading', { name: 'Your data', level: 1 }).waitFor();
    await page.getByText('This is confidential').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Request copy' }).click();
    const link = page.getByRole('link', { name: 'Download copy' });
    await link.waitFor();
    await expectNoViolations(page);
    await look(page, 'personal-data');
    const answer = await page.request.get((await link.getAttribute('href')) as string);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/zip']);
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  });
});
