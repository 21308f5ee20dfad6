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

  it('reads the same in Italian', async () => {
    const page = await visit('/programmes/automatic-recognition', { language: 'it', width: 390 });
    await page.getByRole('heading', { name: 'Corso professionale sul riconoscimento automatico' }).waitFor();
    await page.getByText('5 ECTS · 125 ore · 1 mese · livello EQF 7 · inglese').waitFor();
    await expectNoViolations(page);
  });

  it('learns that a programme is not there', async () => {
    const page = await visit('/programmes/nothing');
    await page.getByRole('alert').getByText('Not found.').waitFor();
  });
});
