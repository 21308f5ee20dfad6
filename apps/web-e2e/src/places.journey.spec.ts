import type { Page } from 'playwright-core';
import { editionCalled, expectNoViolations, journey, look } from './harness';

const { windowOf } = journey();

interface Ready {
  applicationId: string;
  name: string;
  country: string;
  can: { rule: boolean };
}

const named: Record<string, string> = { ES: 'Spain', HR: 'Croatia', IT: 'Italy' };

const get = async <T>(page: Page, path: string) => (await (await page.request.get(`/api${path}`)).json()) as T;

/** The chair rules on one applicant, after reading the effect on the places. */
async function rule(
  page: Page,
  editionId: string,
  { applicationId, name }: Ready,
  places: RegExp,
  outcome: string,
): Promise<void> {
  await page.goto(`/editions/${editionId}/rulings/${applicationId}`);
  await page.getByRole('heading', { name: `Decision on ${name}` }).waitFor();
  await page.getByText(places).waitFor();
  await page.getByLabel('The commission’s reason').fill('Every required criterion is met.');
  await page.getByRole('button', { name: `Decide: ${outcome}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('heading', { name: 'Decisions', exact: true }).waitFor();
}

describe('the places of an edition', () => {
  it('are foreseen by the chair, opened by the coordinator with a reason and handed on at once; the log says what was sent', async () => {
    const chair = await windowOf('chair');
    const editionId = await editionCalled(chair, 'Spring 2027');
    const { items } = await get<{ items: Ready[] }>(chair, `/editions/${editionId}/rulings`);
    const [first, second] = items.filter(({ can, country }) => can.rule && country in named) as [Ready, Ready];

    // Their countries may send no more than the present holders of places; one place of Portugal is open to all.
    const page = await windowOf('coordinator');
    const { countries } = await get<{ countries: { country: string; institutionsHeld: number }[] }>(
      page,
      `/editions/${editionId}/places`,
    );
    const heldIn = (wanted: string) => countries.find(({ country }) => country === wanted)?.institutionsHeld ?? 0;
    const isFull = (country: string) => [first, second].some((one) => one.country === country);
    const quotas = countries.map(({ country, institutionsHeld }) => ({
      country,
      institutions: isFull(country) ? institutionsHeld : 5,
      peoplePerInstitution: 1,
    }));
    const set = await page.request.put(`/api/editions/${editionId}/places`, {
      headers: { 'x-libretto': 'web' },
      data: { quotas, othersShare: false },
    });
    expect(set.status()).toBe(204);
    await chair.goto(`/editions/${editionId}/rulings`);
    await chair.getByText('Effect of these decisions on the places').click();
    await chair.getByText('beyond its own quota').waitFor();
    await expectNoViolations(chair);
    await look(chair, 'rulings-outlook');
    const [before, of] = [heldIn(first.country), named[second.country]];
    await rule(
      chair,
      editionId,
      first,
      new RegExp(`Place open to all: ${named[first.country]} goes from ${before} to ${before + 1} institutions`),
      'admitted',
    );
    await rule(chair, editionId, second, new RegExp(`No place: 1st on ${of}’s waiting list`), 'waiting list');

    await page.goto(`/editions/${editionId}/admissions/places`);
    await page.getByRole('heading', { name: 'Places', exact: true }).waitFor();
    const list = page.getByRole('region', { name: `Waiting list of ${of}` });
    await list.getByRole('row', { name: new RegExp(`1.*${second.name}.*the country’s quota is full`) }).waitFor();
    await expectNoViolations(page);
    await look(page, 'places');

    await page.getByLabel('Country', { exact: true }).selectOption({ label: `France (${5 - heldIn('FR')} unused)` });
    await page.getByText('This person would get a place immediately:').waitFor();
    await page.getByLabel('Reason', { exact: true }).first().fill('France sends four institutions only.');
    await page.getByRole('button', { name: 'Open to all countries' }).click();
    await page.getByText('One person is offered a place immediately.').waitFor();
    await page.getByRole('button', { name: 'Open to all countries' }).last().click();
    await page.getByText('Nobody is waiting.').waitFor();
    await page.getByText('France sends four institutions only.').waitFor();
    const offers = page.getByRole('region', { name: 'Offers' });
    await offers
      .getByRole('row', { name: new RegExp(`${second.name}.*open.*open to all.*from the waiting list`) })
      .waitFor();
    await expectNoViolations(page);
    await look(page, 'places-opened');

    // An offer can be taken back, with a reason.
    const row = offers.getByRole('row', { name: new RegExp(second.name) });
    await row.getByText('Withdraw offer').first().click();
    await row.getByLabel('Reason').fill('The institution has withdrawn its candidate.');
    await row.getByRole('button', { name: 'Withdraw offer' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw offer' }).click();
    await row.getByText('withdrawn', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Letters' }).click();
    await page.getByRole('heading', { name: 'Letters', exact: true }).waitFor();
    const log = page.getByRole('region', { name: 'Letters' });
    await log
      .getByRole('row', { name: new RegExp(`${second.name}.*Offer of a place from the waiting list.*sent`) })
      .waitFor();
    await expectNoViolations(page);
    await look(page, 'letters');
    await log.getByRole('link', { name: new RegExp(`Decision letter: waiting list.*${second.name}`) }).click();
    await page.getByRole('heading', { name: `Letter to ${second.name}` }).waitFor();
    await page.getByText('You are on the waiting list.').waitFor();
    await expectNoViolations(page);
    await look(page, 'letter');
  });
});
