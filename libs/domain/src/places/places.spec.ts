import fc from 'fast-check';
import { isRefusal } from '../refusal';
import { unreachableStates } from '../process';
import { checkQuotas, endOffer, hasPlaceFor, holdsPlace, nextInLine, offerProcess, offerStates, type Places, placesByCountry } from '.';

const at = (country: string, institution: string) => ({ country, institutionId: `${country}-${institution}` });
const places = (changes: Partial<Places> = {}): Places => ({
  capacity: 4,
  quotas: [
    { country: 'HR', institutions: 2, peoplePerInstitution: 1 },
    { country: 'IT', institutions: 1, peoplePerInstitution: 2 },
  ],
  held: [],
  ...changes,
});

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

  it('holds its place while it is open or accepted', () => {
    expect(offerStates.filter(holdsPlace)).toEqual(['open', 'accepted']);
  });
});

describe('a place', () => {
  it.each<[string, Places, ReturnType<typeof at>, boolean]>([
    ['the first of a country', places(), at('HR', 'zagreb'), true],
    ['a second institution', places({ held: [at('HR', 'zagreb')] }), at('HR', 'split'), true],
    ['a third institution', places({ held: [at('HR', 'zagreb'), at('HR', 'split')] }), at('HR', 'rijeka'), false],
    ['a second person of one', places({ held: [at('HR', 'zagreb')] }), at('HR', 'zagreb'), false],
    ['a second person where two may come', places({ held: [at('IT', 'roma')] }), at('IT', 'roma'), true],
    ['a third person', places({ held: [at('IT', 'roma'), at('IT', 'roma')] }), at('IT', 'roma'), false],
    ['a country without a quota', places(), at('DE', 'bonn'), false],
    ['a full edition', places({ capacity: 1, held: [at('IT', 'roma')] }), at('HR', 'zagreb'), false],
  ])('%s', (_, it, seat, expected) => expect(hasPlaceFor(it, seat)).toBe(expected));

  it('goes to the first of its country who fits, else to the first who fits at all', () => {
    const zagreb = { id: 1, ...at('HR', 'zagreb') };
    const split = { id: 2, ...at('HR', 'split') };
    const roma = { id: 3, ...at('IT', 'roma') };
    const one = places({ capacity: 2, held: [at('HR', 'zagreb')] });
    expect(nextInLine(one, [zagreb, roma, split], 'HR')).toBe(split);
    expect(nextInLine(one, [zagreb, roma], 'HR')).toBe(roma);
    expect(nextInLine(one, [zagreb], 'HR')).toBeNull();
    expect(nextInLine({ ...one, capacity: 1 }, [roma, split], 'HR')).toBeNull();
  });

  const quota = (country: string, institutions: number, peoplePerInstitution: number) => ({ country, institutions, peoplePerInstitution });
  it.each([
    ['enough for what is held', [quota('HR', 1, 1), quota('IT', 1, 2)], true],
    ['a country twice', [quota('HR', 1, 1), quota('HR', 2, 1)], 'places.country-twice'],
    ['a country with places left out', [quota('HR', 1, 1)], 'places.below-what-is-held'],
    ['fewer institutions than hold places', [quota('HR', 0, 1), quota('IT', 1, 2)], 'places.below-what-is-held'],
    ['fewer people than came', [quota('HR', 1, 1), quota('IT', 1, 1)], 'places.below-what-is-held'],
  ])('has quotas: %s', (_, quotas, expected) => {
    const answer = checkQuotas(quotas, [at('HR', 'zagreb'), at('IT', 'roma'), at('IT', 'roma')]);
    expect(answer === true ? true : answer.refused).toBe(expected);
  });

  it('is counted by country', () => {
    expect(placesByCountry(places({ held: [at('HR', 'zagreb'), at('IT', 'roma'), at('IT', 'roma')] }))).toEqual([
      { country: 'HR', institutions: 2, peoplePerInstitution: 1, institutionsHeld: 1, peopleHeld: 1 },
      { country: 'IT', institutions: 1, peoplePerInstitution: 2, institutionsHeld: 1, peopleHeld: 2 },
    ]);
  });
});

describe('places, whatever happens in whatever order', () => {
  const quotas = fc.array(fc.record({ institutions: fc.nat(3), peoplePerInstitution: fc.nat(2) }), { minLength: 3, maxLength: 3 });
  const seat = fc.record({ country: fc.constantFrom('HR', 'IT', 'PT'), institution: fc.constantFrom('a', 'b', 'c', 'd') });
  const step = fc.oneof(
    fc.record({ does: fc.constant('admit' as const), seat }),
    fc.record({ does: fc.constant('free' as const), which: fc.nat(30) }),
  );

  it('never exceed capacity or quota, and none stays unused while somebody who fits waits', () => {
    fc.assert(
      fc.property(quotas, fc.nat(8), fc.array(step, { maxLength: 60 }), (given, capacity, steps) => {
        const countries = given.map((quota, index) => ({ country: ['HR', 'IT', 'PT'][index] as string, ...quota }));
        const now = { capacity, quotas: countries, held: [] as ReturnType<typeof at>[] };
        let waiting: ReturnType<typeof at>[] = [];
        for (const one of steps) {
          if (one.does === 'admit') {
            const wanted = at(one.seat.country, one.seat.institution);
            if (hasPlaceFor(now, wanted)) now.held.push(wanted);
            else waiting.push(wanted);
          } else if (now.held.length) {
            const [freed] = now.held.splice(one.which % now.held.length, 1);
            const next = nextInLine(now, waiting, freed?.country ?? '');
            waiting = waiting.filter((other) => other !== next);
            if (next) now.held.push(next);
          }
          expect(now.held.length).toBeLessThanOrEqual(capacity);
          for (const country of placesByCountry(now)) {
            expect(country.institutionsHeld).toBeLessThanOrEqual(country.institutions);
            expect(country.peopleHeld).toBeLessThanOrEqual(country.institutions * country.peoplePerInstitution);
          }
          expect(waiting.filter((other) => hasPlaceFor(now, other))).toEqual([]);
        }
      }),
    );
  });
});
