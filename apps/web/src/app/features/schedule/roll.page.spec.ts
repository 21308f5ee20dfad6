import { TestBed } from '@angular/core/testing';
import type { HttpTestingController } from '@angular/common/http/testing';
import glance from '../../../../../../libs/language/en/glance.json';
import schedule from '../../../../../../libs/language/en/schedule.json';
import italianGlance from '../../../../../../libs/language/it/glance.json';
import italian from '../../../../../../libs/language/it/schedule.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { RollPage } from './roll.page';

const ids = { edition: '019ab000-0000-7000-8000-000000000001', session: '019ab000-0000-7000-8000-000000000002' };
const person = (n: number) => `019ab000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const address = `/api/editions/${ids.edition}/sessions/${ids.session}/roll`;
const rollOf = (people: number) => ({
  session: {
    id: ids.session,
    moduleNumber: 1,
    moduleTitle: { en: 'Policy' },
    title: 'Policy',
    mode: 'online',
    state: 'planned',
    startsAt: '2026-11-23T13:00:00.000Z',
    endsAt: '2026-11-23T15:00:00.000Z',
    zone: 'Europe/Rome',
    room: null,
    join: null,
    cancelledBecause: null,
  },
  lateCountsMinutes: true,
  opensAt: '2026-11-23T12:45:00.000Z',
  closedAt: null,
  closedBy: null,
  enrolled: people,
  missing: people,
  found: people,
  next: null as string | null,
  people: Array.from({ length: people }, (_, n) => ({
    enrolmentId: person(n),
    name: `Person ${n}`,
    institution: null,
    mark: null,
    minutesLate: 0,
    isEarlier: false,
    wasNear: null,
    changes: [],
  })),
  can: { mark: true, close: true, correct: false },
});

async function roll(people: number, words = schedule, whole: Partial<ReturnType<typeof rollOf>> = {}) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ schedule: words });
  const fixture = TestBed.createComponent(RollPage);
  fixture.componentRef.setInput('editionId', ids.edition);
  fixture.componentRef.setInput('sessionId', ids.session);
  TestBed.tick();
  api.expectOne(address).flush({ ...rollOf(people), ...whole });
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
  api
    .expectOne(({ url }) => url.includes('/attendance-requests?'))
    .flush({ open: 0, next: null, items: [], can: { answer: true } });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (key: string) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  };
  const state = () => page.querySelector('.state')?.textContent.trim();
  const pressed = () =>
    [...page.querySelectorAll('[aria-pressed=true]')].map(({ textContent }) => textContent.trim().split(/\s/)[0]);
  const current = () => page.querySelector('[aria-current]')?.getAttribute('aria-label');
  return { api, page, press, state, pressed, current, settle };
}

/** Answers the one mark under way, and returns its person and its value. */
function saved(api: HttpTestingController, minutesLate = 0) {
  const sent = api.expectOne(({ method }) => method === 'PUT');
  const { mark } = sent.request.body as { mark: string };
  sent.flush({ mark, minutesLate });
  return [sent.request.url.split('/').at(-1), mark];
}

describe('the roll', () => {
  afterEach(() => document.body.replaceChildren());

  it('takes one key per person, saves each, and ends on the button that closes it', async () => {
    const { api, press, state, pressed, current, settle } = await roll(3);
    expect([state(), current()]).toEqual(['Not taken yet for 3 of 3 people.', 'Person 0']);
    await press('p');
    expect(saved(api)).toEqual([person(0), 'present']);
    await settle();
    await press('a');
    expect(saved(api)).toEqual([person(1), 'absent']);
    await settle();
    expect(current()).toBe('Person 2');
    await press('l');
    expect(saved(api, 12)).toEqual([person(2), 'late']);
    await settle();
    expect([state(), pressed()]).toEqual(['Attendance taken for all 3 people.', ['present', 'absent', 'late']]);
    expect(document.activeElement?.textContent.trim()).toBe('Close attendance');
    expect(document.querySelector<HTMLInputElement>('input[type=number]')?.value).toBe('12');
  });

  it('goes up and down by the arrows and marks whom it stands on', async () => {
    const { api, press, current } = await roll(3);
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowUp');
    expect(current()).toBe('Person 1');
    await press('e');
    expect(saved(api)).toEqual([person(1), 'excused']);
    expect(current()).toBe('Person 2');
  });

  it('goes to a person by the key before the name, and marks everybody else by one more, also behind its page', async () => {
    const { api, press, state, pressed, current, page, settle } = await roll(3, schedule, {
      enrolled: 230,
      missing: 229,
      found: 230,
      next: 'a',
      people: rollOf(3).people.map((one, n) => ({ ...one, isEarlier: n === 0 })),
    });
    expect([...page.querySelectorAll('.leads')].map(({ textContent }) => textContent.trim())).toEqual(['1', '2', '3']);
    await press('3');
    expect(current()).toBe('Person 2');
    await press('2');
    await press('a');
    expect(saved(api)).toEqual([person(1), 'absent']);
    await settle();
    await press('o');
    const rest = api.expectOne(({ method }) => method === 'PUT');
    expect([rest.request.url, rest.request.body]).toEqual([address, { mark: 'present', marked: 'none' }]);
    // Somebody who was enrolled later needs no mark.
    expect([state(), pressed()]).toEqual(['Attendance taken for all 230 people.', ['absent', 'present']]);
    expect(document.activeElement?.textContent.trim()).toBe('Close attendance');
    rest.flush({ people: 228, minutesLate: 0 });
  });

  it('takes the letters that its language has for the marks', async () => {
    const { api, page, press } = await roll(2, { ...schedule, letter: italian.letter });
    expect([...page.querySelectorAll('.marks kbd')].slice(0, 4).map(({ textContent }) => textContent)).toEqual([
      'p',
      'r',
      'g',
      'a',
    ]);
    await press('l');
    api.expectNone(({ method }) => method === 'PUT');
    await press('R');
    expect(saved(api)).toEqual([person(0), 'late']);
  });

  it.each([
    [schedule, glance],
    [italian, italianGlance],
  ])('says the letters of the marks as the overview does', ({ letter, roll: { how } }, { 'marks-key': key }) => {
    for (const mark of ['present', 'late', 'excused', 'absent'] as const) {
      expect(how).toMatch(new RegExp(`\\b${letter[mark]} `));
      expect(key).toMatch(new RegExp(`(^| )${letter[mark]} `));
    }
  });

  it('reads on behind its page, and marks all of the list and not those who have come', async () => {
    const { api, page, press, current, settle } = await roll(2, schedule, {
      enrolled: 5,
      missing: 5,
      found: 5,
      next: 'a',
    });
    await press('p');
    saved(api);
    await press('p');
    saved(api);
    const more = rollOf(3).people.map((one, n) => ({ ...one, enrolmentId: person(n + 10), name: `Further ${n}` }));
    api.expectOne(`${address}?after=a`).flush({ ...rollOf(0), people: more.slice(0, 2), next: 'b' });
    await settle();
    await settle();
    expect(current()).toBe('Further 0');
    expect(page.textContent).toContain('4 of 5 people');
    page.querySelector<HTMLInputElement>('lib-choose-all input')?.click();
    await settle();
    expect(page.querySelector('lib-chosen [role=status]')?.textContent).toContain('5');
    [...page.querySelectorAll<HTMLButtonElement>('lib-chosen button')].at(-1)?.click();
    await settle();
    const all = api.expectOne(({ method }) => method === 'PUT');
    expect([all.request.url, all.request.body]).toEqual([address, { mark: 'absent' }]);
    all.flush({ people: 5, minutesLate: 0 });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    api.expectOne(address).flush({ ...rollOf(5), missing: 0 });
    await settle();
  });

  it('leaves the keys alone once that is asked for', async () => {
    const { api, page, press, pressed, settle } = await roll(2);
    page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await settle();
    await press('p');
    api.expectNone(({ method }) => method === 'PUT');
    expect(pressed()).toEqual([]);
  });

  it('says so and shows what is stored where a mark was not taken', async () => {
    const { api, page, press, pressed, settle } = await roll(2);
    await press('p');
    const refusal = {
      type: 'about:blank',
      status: 409,
      code: 'schedule.roll-closed',
      numbers: {},
      detail: 'The roll is closed.',
    };
    api.expectOne(({ method }) => method === 'PUT').flush(refusal, { status: 409, statusText: 'Conflict' });
    // Not stable yet: the roll is being read again.
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    api.expectOne(address).flush(rollOf(2));
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('The roll is closed.');
    expect(pressed()).toEqual([]);
  });
});
