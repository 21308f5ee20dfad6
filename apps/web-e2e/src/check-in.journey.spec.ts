import type { Page } from 'playwright-core';
import { does, editionCalled, expectNoViolations, journey, look, signIn, signInAs } from './harness';

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
  const begins = Date.parse(going?.startsAt ?? '') + 1_800_000;
  await goOn(new Date(begins));
  const since = Date.now();
  /** The day and time so many minutes from now, by the clock of the product. */
  const local = (minutes: number) =>
    new Date(begins + Date.now() - since + minutes * 60_000).toISOString().slice(0, 16);
  const session = `${edition}/sessions/${going?.id}`;
  const code = async () => (await does<{ codes: [Code] }>(tutor, 'GET', `${session}/code`)).codes[0];
  return { edition, session, code, local };
}

/** A session in a room that asks whether people are near: its roll, and the code on its wall. */
async function aRoomOf(tutor: Page, edition: string, [startsLocal, endsLocal]: readonly string[]) {
  const { rooms } = await does<{ rooms: { id: string }[] }>(tutor, 'GET', `${edition}/sessions/planning`);
  const session = {
    moduleNumber: 4,
    title: 'In the room',
    roomId: rooms[0]?.id,
    startsLocal,
    endsLocal,
    zone: 'Etc/UTC',
  };
  const { id } = await does<{ id: string }>(tutor, 'POST', `${edition}/sessions`, session);
  const { codes } = await does<{ codes: [Code] }>(tutor, 'GET', `${edition}/sessions/${id}/code`);
  return { address: codes[0].address, roll: `${edition}/sessions/${id}/roll` };
}

/** Scans a code with a phone that has no connection, in a tab of its own; `sent` is what leaves the phone then. */
async function scanOffline(phone: Page, address: string) {
  const sent: string[] = [];
  // The product has been open here: since then a worker answers where nobody else does.
  const isReady = () =>
    navigator.serviceWorker.getRegistration('/check-in').then((worker) => worker?.active?.state === 'activated');
  while (!(await phone.evaluate(isReady))) await phone.waitForTimeout(100);
  await phone.context().setOffline(true);
  phone.context().on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/check-in')) sent.push(request.url());
  });
  const scan = await phone.context().newPage();
  await scan.goto(address);
  await scan.getByText('Your check-in is saved with its time').waitFor();
  await expectNoViolations(scan);
  await look(scan, 'check-in-offline');
  return { scan, sent };
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Check in' }).click();
}

describe('a hall', () => {
  it('checks in with the code on the wall, through a sign-in too, and the roll shows it at once', async () => {
    const tutor = await windowOf('tutor');
    const { edition, session, code, local } = await theHall(tutor);
    const old = await code();

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

    // Somebody else scans without a connection, and closes the tab.
    const offline = await visit(undefined, narrow);
    await signInAs(offline, 'petra.juric.1@velebit.example', '/booklet');
    const shown = await code();
    const scannedAt = Date.now();
    const { scan, sent } = await scanOffline(offline, shown.address);
    await scan.close();

    // A wrong code, and one that was on the wall before.
    const typing = await visit(undefined, narrow);
    await signIn(typing, 'participant', '/check-in');
    await type(typing, 'CDF HJK');
    await typing.getByText('This code isn’t valid.').waitFor();
    await expectNoViolations(typing);
    await look(typing, 'check-in-refused');
    await typing.waitForTimeout(Math.max(0, scannedAt + 31_000 - Date.now()));
    await type(typing, old.short.toLowerCase());
    await typing.getByText('The code has changed').waitFor();

    // The kept scan is of then, and sent once.
    const later = await offline.context().newPage();
    await later.goto(shown.address);
    await later.getByText('Your check-in is saved with its time').waitFor();
    await later.context().setOffline(false);
    await later.getByRole('heading', { name: 'You’re checked in' }).waitFor();
    await roll.getByRole('group', { name: 'Petra' }).getByText('Scan sent 1 min later').waitFor({ timeout: 5000 });
    expect(sent).toHaveLength(1);

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
    await tutor.getByText('2 of 25 people present').waitFor({ timeout: 5000 });
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

    // In a room that asks whether people are near, by choice only; their device answers, and says no position.
    const room = await aRoomOf(tutor, edition, [local(10), local(70)]);
    await roll.goto(room.roll);
    await phone.goto(room.address);
    const near = phone.getByRole('button', { name: 'Check my position' });
    await near.waitFor();
    await expectNoViolations(phone);
    await look(phone, 'check-in-near');
    await near.click();
    await phone.getByText('Your browser doesn’t share your position').waitFor();
    const bodies: string[] = [];
    phone.on('request', (request) => request.method() === 'PUT' && bodies.push(request.postData() ?? ''));
    await phone.context().grantPermissions(['geolocation']);
    await phone.context().setGeolocation({ latitude: 45.4642, longitude: 9.19, accuracy: 30 });
    await near.click();
    await phone.getByText('Your device isn’t within 200 m of Palazzo degli Studi.').waitFor();
    await row.getByText('Position check: not at the venue').waitFor({ timeout: 5000 });
    await look(roll, 'roll-near');
    await phone.context().setGeolocation({ latitude: 41.9012, longitude: 12.4957, accuracy: 30 });
    await near.click();
    await phone.getByText('You’re at the venue. Your tutor sees that.').waitFor();
    await near.waitFor({ state: 'detached' });
    await expectNoViolations(phone);
    await row.getByText('Position check: not at the venue').waitFor({ state: 'detached', timeout: 5000 });
    await roll.reload();
    await row.getByText('Position check: at the venue').waitFor();
    expect(bodies).toEqual(['{"isNear":false}', '{"isNear":true}']);

    // Of somebody else’s edition.
    const stranger = await visit(undefined, narrow);
    await signIn(stranger, 'holder', (await code()).address);
    await stranger.getByText('aren’t enrolled').waitFor();

    await takeFromReport(roll, session);
  });
});

/** Takes what is missing of a roll, on a phone, from a report whose columns nobody knows and that names somebody in its own way. */
async function takeFromReport(page: Page, session: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${session}/attendance-report`);
  const rows = ['Wer;Wie lange', 'Luka Juric;180', 'iPhone von Hugo;200', 'LOPES João;30'];
  const file = { name: 'Anwesenheit.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Choose the columns for the name or e-mail').waitFor();
  await expectNoViolations(page);
  await look(page, 'attendance-report-columns');
  await page.getByLabel('Name', { exact: true }).selectOption('Wer');
  await page.getByLabel('Minutes attended').selectOption('Wie lange');
  const save = page.getByRole('button', { name: 'Save attendance of 23 people' });
  await save.waitFor();
  const reported = page.getByRole('region', { name: 'People in the report' }).getByRole('row');
  await reported.filter({ hasText: 'Luka Juric' }).getByText('certain').waitFor();
  await reported.filter({ hasText: 'iPhone von Hugo' }).getByText('no match').waitFor();
  await page.getByLabel('Participant for iPhone von Hugo').selectOption('Hugo Moreau');
  await reported.filter({ hasText: 'iPhone von Hugo' }).getByText('chosen').waitFor();
  await expectNoViolations(page);
  await look(page, 'attendance-report');
  await save.click();
  await page.getByText('Attendance taken for all').waitFor();
  const marked = (name: string, mark: string) =>
    page.getByRole('group', { name }).getByRole('button', { name: mark, pressed: true }).waitFor();
  await marked('Luka Jurić', 'present');
  await marked('Hugo Moreau', 'present');
  await marked('João Lopes', 'absent');
  // What people and their tutor said before stays.
  await marked('Petra Jurić', 'late');
}
