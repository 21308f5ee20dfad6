import { isRefusal } from '../refusal';
import { unreachableStates } from '../process';
import {
  checkOpening,
  checkQuotas,
  endOffer,
  endWhenLeaving,
  foreseeAdmissions,
  foreseeOpening,
  handOn,
  hasPlaceFor,
  holdsPlace,
  inOrderOfTheList,
  moveSeats,
  obstacleFor,
  offerProcess,
  offerStates,
  type Places,
  placesByCountry,
  sourcesOf,
  standings,
} from '.';

const at = (country: string, institution: string) => ({ country, institutionId: `${country}-${institution}` });
const moment = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const waits = (country: string, institution: string, minute: number, applied = 0) => ({
  id: `${country} ${institution} ${minute}`,
  ...at(country, institution),
  since: moment(minute),
  appliedAt: moment(applied),
});
const places = (changes: Partial<Places> = {}): Places => ({
  capacity: 4,
  quotas: [
    { country: 'HR', institutions: 2, peoplePerInstitution: 1 },
    { country: 'IT', institutions: 1, peoplePerInstitution: 2 },
    { country: 'PT', institutions: 1, peoplePerInstitution: 1 },
  ],
  othersShare: false,
  opened: [],
  held: [],
  ...changes,
});
const opened = [{ country: 'PT', institutions: 1 }];
const bothOfHR = [at('HR', 'zagreb'), at('HR', 'split')];

describe('an offer', () => {
  it('reaches every state', () => expect(unreachableStates(offerProcess, 'open')).toEqual([]));

  const expiresAt = new Date('2026-12-01T12:00:00Z');
  const later = new Date('2026-12-01T12:00:00.001Z');
  it.each([
    ['accepted in its last moment', 'open', 'accepted', expiresAt, 'accepted'],
    ['accepted too late', 'open', 'accepted', later, 'places.offer-expired'],
    ['declined', 'open', 'declined', expiresAt, 'declined'],
    ['declined too late', 'open', 'declined', later, 'places.offer-expired'],
    ['expired', 'open', 'expired', later, 'expired'],
    ['expired before its end', 'open', 'expired', expiresAt, 'places.offer-still-open'],
    ['withdrawn', 'open', 'withdrawn', expiresAt, 'withdrawn'],
    ['accepted twice', 'accepted', 'accepted', expiresAt, 'places.offer-ended'],
    ['expired although accepted', 'accepted', 'expired', later, 'places.offer-ended'],
    ['accepted although declined', 'declined', 'accepted', expiresAt, 'places.offer-ended'],
  ] as const)('is %s', (_, state, as, now, expected) => {
    const answer = endOffer({ state, expiresAt }, as, now);
    expect(isRefusal(answer) ? answer.refused : answer).toBe(expected);
  });

  it.each([
    ['while it can be answered', expiresAt, 'declined'],
    ['after its last moment', later, 'expired'],
  ] as const)('ends with its person %s', (_, now, expected) => {
    const end = endWhenLeaving({ expiresAt }, now);
    expect([end, endOffer({ state: 'open', expiresAt }, end, now)]).toEqual([expected, expected]);
  });

  it('holds its place while it is open or accepted', () => {
    expect(offerStates.filter(holdsPlace)).toEqual(['open', 'accepted']);
  });
});

describe('a place', () => {
  it.each<[string, Places, ReturnType<typeof at>, ReturnType<typeof obstacleFor>]>([
    ['the first of a country', places(), at('HR', 'zagreb'), null],
    ['a second institution', places({ held: [at('HR', 'zagreb')] }), at('HR', 'split'), null],
    ['a third institution', places({ held: bothOfHR }), at('HR', 'rijeka'), 'country-full'],
    [
      'a third institution, on a place that another country does not use',
      places({ held: bothOfHR, opened }),
      at('HR', 'rijeka'),
      null,
    ],
    [
      'a fourth, where that is taken',
      places({ held: [...bothOfHR, at('HR', 'rijeka')], opened }),
      at('HR', 'zadar'),
      'country-full',
    ],
    [
      'the country that has none left because they were opened and taken',
      places({ held: [...bothOfHR, at('HR', 'rijeka')], opened }),
      at('PT', 'porto'),
      'country-full',
    ],
    ['the country whose opened place nobody has taken', places({ held: bothOfHR, opened }), at('PT', 'porto'), null],
    ['a second person of one', places({ held: [at('HR', 'zagreb')] }), at('HR', 'zagreb'), 'institution-full'],
    [
      'a second person of one, opened places or not',
      places({ held: [at('HR', 'zagreb')], opened }),
      at('HR', 'zagreb'),
      'institution-full',
    ],
    ['a second person where two may come', places({ held: [at('IT', 'roma')] }), at('IT', 'roma'), null],
    ['a third person', places({ held: [at('IT', 'roma'), at('IT', 'roma')] }), at('IT', 'roma'), 'institution-full'],
    ['a country without a quota, opened places or not', places({ opened }), at('DE', 'bonn'), 'no-quota'],
    ['anybody, without quotas', places({ quotas: [] }), at('DE', 'bonn'), null],
    [
      'a colleague, without quotas',
      places({ quotas: [], held: [at('DE', 'bonn'), at('DE', 'bonn')] }),
      at('DE', 'bonn'),
      null,
    ],
    [
      'the fifth of four, without quotas',
      places({ quotas: [], held: [...bothOfHR, at('DE', 'bonn'), at('SE', 'lund')] }),
      at('SE', 'lund'),
      'edition-full',
    ],
    [
      'a country without a quota that shares what the others leave',
      places({ capacity: 6, othersShare: true }),
      at('DE', 'bonn'),
      null,
    ],
    [
      'the next, where the quotas keep the rest',
      places({ capacity: 6, othersShare: true, held: [at('DE', 'bonn')] }),
      at('SE', 'lund'),
      'rest-full',
    ],
    [
      'a country with a quota beside them',
      places({ capacity: 6, othersShare: true, held: [at('DE', 'bonn')] }),
      at('HR', 'zagreb'),
      null,
    ],
    [
      'a country without a quota, on what another opened',
      places({ capacity: 5, othersShare: true, opened }),
      at('DE', 'bonn'),
      null,
    ],
    [
      'a country beyond its quota, where others took what was opened',
      places({ capacity: 5, othersShare: true, opened, held: [...bothOfHR, at('DE', 'bonn')] }),
      at('HR', 'rijeka'),
      'country-full',
    ],
    ['a full edition', places({ capacity: 1, held: [at('IT', 'roma')] }), at('HR', 'zagreb'), 'edition-full'],
  ])('%s', (_, it, seat, expected) => expect(obstacleFor(it, seat)).toBe(expected));

  it('counts against its country’s quota for those who were offered one first, and against the opened ones for the others', () => {
    const held = [at('HR', 'zagreb'), at('IT', 'roma'), at('HR', 'split'), at('HR', 'rijeka'), at('IT', 'roma')];
    expect(sourcesOf(places({ held, opened }))).toEqual(['quota', 'quota', 'quota', 'opened', 'quota']);
    // Zagreb leaves: Rijeka moves up, and the opened place is free.
    expect(sourcesOf(places({ held: held.slice(1), opened }))).toEqual(['quota', 'quota', 'quota', 'quota']);
  });

  const quota = (country: string, institutions: number, peoplePerInstitution: number) => ({
    country,
    institutions,
    peoplePerInstitution,
  });
  const held = [at('HR', 'zagreb'), at('IT', 'roma'), at('IT', 'roma')];
  it.each([
    ['enough for what is held', [quota('HR', 1, 1), quota('IT', 1, 2)], [], true],
    ['a country twice', [quota('HR', 1, 1), quota('HR', 2, 1)], [], 'places.country-twice'],
    ['a country with places left out', [quota('HR', 1, 1)], [], 'places.below-what-is-held'],
    ['fewer institutions than hold places', [quota('HR', 0, 1), quota('IT', 1, 2)], [], 'places.below-what-is-held'],
    [
      'fewer, where an opened place is left for them',
      [quota('HR', 0, 1), quota('IT', 1, 2), quota('PT', 1, 1)],
      opened,
      true,
    ],
    ['fewer people than came', [quota('HR', 1, 1), quota('IT', 1, 1)], [], 'places.below-what-is-held'],
    ['none at all', [], [], true],
    ['none at all, where some were opened', [], opened, 'places.below-what-is-opened'],
    [
      'fewer than were opened',
      [quota('HR', 1, 1), quota('IT', 1, 2), quota('PT', 0, 1)],
      opened,
      'places.below-what-is-opened',
    ],
  ])('has quotas: %s', (_, quotas, openings, expected) => {
    const answer = checkQuotas({ quotas, othersShare: false }, { held, opened: openings });
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it.each([
    ['what is unused', { country: 'HR', institutions: 1 }, true],
    ['more than is unused', { country: 'HR', institutions: 2 }, 'places.not-so-many-unused'],
    ['what was opened before', { country: 'PT', institutions: 1 }, 'places.not-so-many-unused'],
    ['a country without a quota', { country: 'DE', institutions: 1 }, 'places.no-quota'],
  ])('is opened to all: %s', (_, opening, expected) => {
    const answer = checkOpening(places({ held, opened }), opening);
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it('is counted by country', () => {
    expect(placesByCountry(places({ held, opened }))).toEqual([
      {
        country: 'HR',
        institutions: 2,
        peoplePerInstitution: 1,
        institutionsHeld: 1,
        peopleHeld: 1,
        opened: 0,
        unused: 1,
      },
      {
        country: 'IT',
        institutions: 1,
        peoplePerInstitution: 2,
        institutionsHeld: 1,
        peopleHeld: 2,
        opened: 0,
        unused: 0,
      },
      {
        country: 'PT',
        institutions: 1,
        peoplePerInstitution: 1,
        institutionsHeld: 0,
        peopleHeld: 0,
        opened: 1,
        unused: 0,
      },
    ]);
  });
});

describe('a waiting list', () => {
  it('is in the order of the rulings, then of the applications, then of the ids', () => {
    const list = [
      waits('HR', 'c', 2),
      waits('HR', 'b', 1, 5),
      waits('HR', 'a', 1, 9),
      { ...waits('HR', 'd', 1, 5), id: 'HR a' },
    ];
    expect(list.sort(inOrderOfTheList).map(({ institutionId }) => institutionId)).toEqual([
      'HR-d',
      'HR-b',
      'HR-a',
      'HR-c',
    ]);
  });

  it('is handed on to the first of the country whose place came free, else to whoever is first and fits', () => {
    const [roma, zadar, porto] = [waits('IT', 'napoli', 1), waits('HR', 'zadar', 2), waits('PT', 'porto', 3)];
    // One place of the edition has come free; Italy and Croatia have room for one each.
    const one = places({ capacity: 2, held: [at('HR', 'zagreb')] });
    expect(handOn(one, [roma, zadar, porto], 'HR')).toEqual([zadar]);
    expect(handOn(one, [roma, zadar, porto])).toEqual([roma]);
    expect(handOn(one, [roma, porto], 'HR')).toEqual([roma]);
    expect(handOn({ ...one, capacity: 1 }, [roma, zadar])).toEqual([]);
  });

  it('is one for all without quotas, and one for the others who share', () => {
    const waiting = [waits('SE', 'lund', 3), waits('DE', 'bonn', 1), waits('HR', 'pula', 2)];
    const said = (it: Places) =>
      standings(it, waiting).map(({ entry, list, position, waitsFor }) => [entry.country, list, position, waitsFor]);
    expect(said(places({ quotas: [], capacity: 0 }))).toEqual([
      ['DE', null, 1, 'edition-full'],
      ['HR', null, 2, 'edition-full'],
      ['SE', null, 3, 'edition-full'],
    ]);
    expect(said(places({ capacity: 5, othersShare: true, held: bothOfHR }))).toEqual([
      ['HR', 'HR', 1, 'country-full'],
      ['DE', null, 1, 'rest-full'],
      ['SE', null, 2, 'rest-full'],
    ]);
    expect(said(places()).map(([, list]) => list)).toEqual(['DE', 'HR', 'SE']);
    expect(handOn(places({ quotas: [], capacity: 2 }), waiting).map(({ country }) => country)).toEqual(['DE', 'HR']);
  });

  it('never gives what is left of one country’s quota to another, unless it was opened', () => {
    const held = bothOfHR;
    const waiting = [waits('HR', 'zadar', 2), waits('HR', 'rijeka', 1)];
    expect(handOn(places({ held }), waiting, 'PT')).toEqual([]);
    expect(handOn(places({ held, opened }), waiting).map(({ institutionId }) => institutionId)).toEqual(['HR-rijeka']);
  });

  it('says of everybody where they stand and what for', () => {
    const held = [...bothOfHR, at('IT', 'roma'), at('IT', 'roma')];
    const waiting = [
      waits('IT', 'roma', 1),
      waits('HR', 'zadar', 5, 2),
      waits('HR', 'pula', 5, 1),
      waits('PT', 'porto', 0),
    ];
    const said = standings(places({ held }), waiting).map(({ entry, position, waitsFor, isByApplication }) => [
      entry.institutionId,
      position,
      waitsFor,
      isByApplication,
    ]);
    expect(said).toEqual([
      ['HR-pula', 1, 'country-full', false],
      ['HR-zadar', 2, 'country-full', true],
      ['IT-roma', 1, 'institution-full', false],
      ['PT-porto', 1, 'edition-full', false],
    ]);
  });
});

describe('what would happen to the places', () => {
  it('by several rulings, one after the other', () => {
    const now = places({ capacity: 10, held: [at('HR', 'zagreb')], opened });
    const foreseen = foreseeAdmissions(
      now,
      [at('HR', 'x')],
      ['split', 'rijeka', 'zadar'].map((name) => at('HR', name)),
    );
    expect(
      foreseen.map(({ source, waitsFor, position, before, after }) => [
        source,
        waitsFor,
        position,
        before?.institutionsHeld,
        after?.institutionsHeld,
      ]),
    ).toEqual([
      ['quota', null, null, 1, 2],
      ['opened', null, null, 2, 3],
      [null, 'country-full', 2, 3, 3],
    ]);
    expect(foreseeAdmissions(now, [], [at('DE', 'bonn')])).toEqual([
      { source: null, waitsFor: 'no-quota', position: 1, list: 'DE', before: null, after: null, restLeft: 6 },
    ]);
  });

  it('in figures of those that the reader may know of, while the truth decides', () => {
    const now = places({ capacity: 10, held: bothOfHR });
    const known = { places: places({ capacity: 10, held: bothOfHR.slice(1) }), waiting: [] };
    expect(foreseeAdmissions(now, [at('HR', 'x')], [at('HR', 'zadar')], known)).toMatchObject([
      {
        source: null,
        waitsFor: 'country-full',
        position: 1,
        before: { institutionsHeld: 1 },
        after: { institutionsHeld: 1 },
      },
    ]);
  });

  it('by opening some', () => {
    const now = places({ capacity: 10, held: bothOfHR });
    const zadar = waits('HR', 'zadar', 1);
    expect(foreseeOpening(now, [zadar, waits('DE', 'bonn', 0)], { country: 'PT', institutions: 1 })).toEqual({
      offered: [zadar],
      unused: 0,
    });
    expect(foreseeOpening(now, [], { country: 'PT', institutions: 1 })).toEqual({ offered: [], unused: 1 });
  });

  it('agrees with what then happens', () => {
    const now = places({ capacity: 10, held: bothOfHR, opened });
    for (const seat of [at('HR', 'zadar'), at('HR', 'zagreb'), at('PT', 'porto'), at('DE', 'bonn')])
      expect(foreseeAdmissions(now, [], [seat])[0]?.waitsFor === null).toBe(hasPlaceFor(now, seat));
  });
});

describe('places that one institution holds', () => {
  it.each([
    ['count for another that holds none', [at('HR', 'zagreb')], at('HR', 'split'), true],
    ['count for another where one may send as many', [at('IT', 'pisa'), at('IT', 'roma')], at('IT', 'roma'), true],
    ['do not where one may send fewer', bothOfHR, at('HR', 'split'), 'institution-full'],
    ['count in another country that has room', [at('HR', 'zagreb')], at('IT', 'zagreb'), true],
    ['do not where that country is full', [at('HR', 'zagreb'), at('IT', 'roma')], at('IT', 'zagreb'), 'country-full'],
    ['do not where it has no quota', [at('HR', 'zagreb')], at('FR', 'zagreb'), 'no-quota'],
  ])('%s', (_, held, to, expected) => {
    const answer = moveSeats(places({ held }), held[0]?.institutionId ?? '', to);
    expect(answer).toBe(expected);
  });
});
