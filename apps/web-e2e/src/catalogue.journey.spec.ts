import { expectNoViolations, journey, look } from './harness';

const { visit } = journey();

describe('a visitor', () => {
  it('reads in the catalogue what there is, and on the page of a programme what it is and until when to apply', async () => {
    const page = await visit('/');
    await page.getByRole('heading', { name: 'Programmes', level: 1 }).waitFor();
    await page.getByText('5 programmes').waitFor();
    await expectNoViolations(page);
    await look(page, 'catalogue');

    await page.getByRole('link', { name: 'Professional course on Automatic Recognition' }).click();
    await page.getByRole('heading', { name: 'Professional course on Automatic Recognition', level: 1 }).waitFor();
    await page.getByText('5 ECTS · 125 hours · 1 month · EQF level 7 · English').waitFor();
    await page.getByText('CIMEA, APICE').waitFor();
    await page.getByText('Apply by').first().waitFor();
    expect(await page.getByRole('link', { name: 'Apply', exact: true }).getAttribute('href')).toMatch(/^\/applications\/[\w-]+$/);
    expect(await page.getByText('illustrative', { exact: true }).count()).toBeGreaterThan(3);
    await page.getByText('2 learning outcomes of the module').first().click();
    await page.getByText('Trace automatic recognition').waitFor();
    await expectNoViolations(page);
    await look(page, 'programme');
  });

  it('reads the same in Italian', async () => {
    const page = await visit('/programmes/automatic-recognition', { language: 'it', width: 390 });
    await page.getByRole('heading', { name: 'Corso professionale sul riconoscimento automatico' }).waitFor();
    await page.getByText('5 ECTS · 125 ore · 1 mese · livello EQF 7 · inglese').waitFor();
    await expectNoViolations(page);
  });

  it('reads the first words within two seconds on a slow line', async () => {
    const page = await visit('/verify', { width: 390 });
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
    await page.addInitScript(() => {
      const seen = { heading: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => (seen.heading ||= document.querySelector('h1') ? performance.now() : 0)).observe(document, { childList: true, subtree: true });
    });
    await page.goto('/programmes/automatic-recognition');
    const { paint, heading } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      ...(window as unknown as { seen: { heading: number } }).seen,
    }));
    expect(paint).toBeLessThan(2000);
    expect(heading).toBeLessThan(2000);
  });

  it('learns that a programme is not there', async () => {
    const page = await visit('/programmes/nothing');
    await page.getByRole('alert').getByText('Not found.').waitFor();
  });
});
