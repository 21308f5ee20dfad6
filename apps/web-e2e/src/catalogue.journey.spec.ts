import { expectNoViolations, journey, look } from './harness';

const { visit } = journey();

describe('a visitor', () => {
  it('reads in the catalogue what there is, and on the page of a programme what it is and until when to apply', async () => {
    const page = await visit('/');
    await page.getByRole('heading', { name: 'Programmes', level: 1 }).waitFor();
    await page.getByText('5 programmes').waitFor();
    await expectNoViolations(page);
    await look(page, 'catalogue');
    // In any time zone of the reader, the deadline is in the edition's zone, which is named.
    await page
      .getByText(/Apply by \w+, \d+ \w+ \d{4}, \d\d:\d\d \(Rome\)/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: 'Professional course on Automatic Recognition' }).click();
    await page.getByRole('heading', { name: 'Professional course on Automatic Recognition', level: 1 }).waitFor();
    await page.getByText('5 ECTS · 125 hours · 1 month · EQF level 7 · English').waitFor();
    await page.getByText('CIMEA, APICE').waitFor();
    await page
      .getByText(/Apply by .* \d\d:\d\d \(Rome/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Apply', exact: true }).getAttribute('href')).toMatch(
      /^\/applications\/[\w-]+$/,
    );
    expect(await page.getByText('illustrative', { exact: true }).count()).toBeGreaterThan(3);
    await page.getByText('2 learning outcomes of the module').first().click();
    await page.getByText('Trace automatic recognition').waitFor();
    await expectNoViolations(page);
    await look(page, 'programme');
  });

  it('says of an unknown programme that it is not there, under a heading', async () => {
    const page = await visit('/programmes');
    await page.evaluate(() => history.pushState(null, '', '/programmes/no-such-programme'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.getByRole('heading', { name: 'Page not found', level: 1 }).waitFor();
    await page.getByRole('alert').waitFor();
    await expectNoViolations(page);
  });

  it('stays where it is when the application takes its place', async () => {
    for (const address of ['/programmes', '/programmes/automatic-recognition', '/verify']) {
      const page = await visit('/privacy', { width: 390 });
      await page.addInitScript(() => {
        const moved = { by: 0 };
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
          for (const one of list.getEntries() as (PerformanceEntry & { value: number })[]) moved.by += one.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      const moved = await page.evaluate(() => (window as unknown as { moved: { by: number } }).moved.by);
      expect({ address, isCalm: moved < 0.1, moved }).toMatchObject({ isCalm: true });
    }
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
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    await page.addInitScript(() => {
      const seen = { heading: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => (seen.heading ||= document.querySelector('h1') ? performance.now() : 0)).observe(
        document,
        { childList: true, subtree: true },
      );
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
