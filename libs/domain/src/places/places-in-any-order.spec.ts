import fc from 'fast-check';
import {
  checkOpening,
  checkQuotas,
  type CountryQuota,
  endOffer,
  handOn,
  hasPlaceFor,
  holdsPlace,
  inOrderOfTheList,
  type OfferState,
  type Places,
  type Seat,
  sourcesOf,
  type Waiting,
} from '.';
import { isRefusal } from '../refusal';

/** An edition whose places are kept by the rules of the domain: the commands' work without a database. */
class Edition {
  now = 0;
  capacity = 4;
  quotas: CountryQuota[] = countries.map((country) => ({ country, institutions: 2, peoplePerInstitution: 1 }));
  othersShare = false;
  opened: { country: string; institutions: number }[] = [];
  offers: (Waiting & { state: OfferState; expiresAt: Date })[] = [];
  waiting: Waiting[] = [];
  people = 0;

  get places(): Places {
    return {
      capacity: this.capacity,
      quotas: this.quotas,
      othersShare: this.othersShare,
      opened: this.opened,
      held: this.offers.filter(({ state }) => holdsPlace(state)),
    };
  }

  admit(seat: Seat, appliedAt: number): void {
    const admitted = {
      id: String((this.people += 1)).padStart(4, '0'),
      ...seat,
      since: new Date(this.now),
      appliedAt: new Date(appliedAt),
    };
    if (hasPlaceFor(this.places, seat)) this.offer(admitted);
    else this.waiting.push(admitted);
  }

  end(which: number, as: Exclude<OfferState, 'open'>): void {
    const open = this.offers.filter(({ state }) => state === 'open');
    const offer = open[which % open.length];
    if (!offer) return;
    const source = sourcesOf(this.places)[this.places.held.indexOf(offer)];
    const state = endOffer(offer, as, as === 'expired' ? new Date(offer.expiresAt.getTime() + 1) : new Date(this.now));
    if (isRefusal(state)) throw new Error(state.refused);
    offer.state = state;
    if (!holdsPlace(state)) this.handOn(source === 'quota' ? offer.country : undefined);
  }

  open(country: string, institutions: number): void {
    if (checkOpening(this.places, { country, institutions }) !== true) return;
    this.opened.push({ country, institutions });
    this.handOn();
  }

  setQuotas(quotas: CountryQuota[], othersShare: boolean): void {
    if (checkQuotas({ quotas, othersShare }, this.places) !== true) return;
    this.quotas = quotas;
    this.othersShare = othersShare;
    this.handOn();
  }

  grow(by: number): void {
    this.capacity += by;
    this.handOn();
  }

  private handOn(country?: string): void {
    for (const next of handOn(this.places, this.waiting, country)) {
      expectOrderRespected(this.places, this.waiting, next, country);
      this.waiting = this.waiting.filter((one) => one !== next);
      this.offer(next);
    }
  }

  private offer(admitted: Waiting): void {
    this.offers.push({ ...admitted, state: 'open', expiresAt: new Date(this.now + 1000) });
  }
}

const countries = ['FR', 'HR', 'IT'];

/** Whether these people can hold places at once, computed in another way than by the rules. */
function isLawful({ capacity, quotas, othersShare, opened }: Places, held: readonly Seat[]): boolean {
  const wholeEdition = held.length <= capacity;
  if (!quotas.length) return wholeEdition;
  let onOpened = 0;
  for (const country of new Set(held.map((seat) => seat.country))) {
    const quota = quotas.find((one) => one.country === country);
    if (!quota && othersShare) continue;
    const people = new Map<string, number>();
    for (const seat of held)
      if (seat.country === country) people.set(seat.institutionId, (people.get(seat.institutionId) ?? 0) + 1);
    if (!quota || [...people.values()].some((number) => number > quota.peoplePerInstitution)) return false;
    let own = quota.institutions;
    for (const one of opened) if (one.country === country) own -= one.institutions;
    onOpened += Math.max(0, people.size - own);
  }
  let all = 0;
  for (const { institutions } of opened) all += institutions;
  return wholeEdition && onOpened <= all;
}

/**
 * The number of people for whom the quotas still keep a place: counted by walking through the offers, country by
 * country.
 */
function stillKept({ quotas, opened }: Places, held: readonly Seat[]): number {
  let kept = 0;
  for (const { country, institutions, peoplePerInstitution } of quotas) {
    let own = institutions;
    for (const one of opened) if (one.country === country) own -= one.institutions;
    const seated: string[] = [];
    let room = own * peoplePerInstitution;
    for (const seat of held) {
      if (seat.country !== country) continue;
      if (!seated.includes(seat.institutionId) && seated.length < own) seated.push(seat.institutionId);
      if (seated.includes(seat.institutionId)) room -= 1;
    }
    kept += Math.max(0, room);
  }
  return kept;
}

/** Lawful; and if others share the rest, not at the cost of a place kept by a quota. */
function fits(places: Places, seat: Seat): boolean {
  const held = [...places.held, seat];
  if (!isLawful(places, held)) return false;
  const [before, after] = [stillKept(places, places.held), stillKept(places, held)];
  return !places.othersShare || !places.quotas.length || after < before || held.length + after <= places.capacity;
}

/** Nobody who comes earlier on the lists and fits was passed over; if a country comes first, nobody of that country. */
function expectOrderRespected(places: Places, waiting: readonly Waiting[], next: Waiting, country?: string): void {
  const fitting = waiting.filter((one) => fits(places, one));
  const first = fitting.filter((one) => one.country === country);
  expect(next).toBe([...(first.length ? first : fitting)].sort(inOrderOfTheList)[0]);
}

function expectAllIsWell(edition: Edition): void {
  const { places, waiting, offers } = edition;
  expect(isLawful(places, places.held)).toBe(true);
  expect(waiting.filter((one) => fits(places, one))).toEqual([]);
  const everybody = [...waiting, ...offers].map(({ id }) => id);
  expect(new Set(everybody).size).toBe(edition.people);
  expect(everybody).toHaveLength(edition.people);
  const sources = sourcesOf(places);
  for (const { country, institutions } of edition.quotas) {
    const own =
      institutions - edition.opened.reduce((sum, one) => sum + (one.country === country ? one.institutions : 0), 0);
    const inQuota = places.held.filter((seat, index) => seat.country === country && sources[index] === 'quota');
    expect(new Set(inQuota.map(({ institutionId }) => institutionId)).size).toBeLessThanOrEqual(own);
  }
}

const command = (name: string, run: (edition: Edition) => void): fc.Command<{ steps: number }, Edition> => ({
  check: () => true,
  run: (model, edition) => {
    model.steps += 1;
    // Some things happen at the same moment.
    if (model.steps % 3) edition.now += 1;
    run(edition);
    expectAllIsWell(edition);
  },
  toString: () => name,
});

const seat = fc.record({
  country: fc.constantFrom(...countries, 'XX'),
  institutionId: fc.constantFrom('a', 'b', 'c', 'd'),
});
const quotas = fc
  .tuple(
    ...countries.map((country) =>
      fc.record({
        country: fc.constant(country),
        institutions: fc.nat(4),
        peoplePerInstitution: fc.integer({ min: 1, max: 2 }),
      }),
    ),
  )
  .chain((all) => fc.subarray(all));
const commands = [
  fc
    .tuple(seat, fc.nat(3))
    .map(([one, appliedAt]) =>
      command(`admit ${one.country} ${one.institutionId}`, (edition) =>
        edition.admit({ ...one, institutionId: `${one.country}-${one.institutionId}` }, appliedAt),
      ),
    ),
  fc
    .tuple(fc.nat(20), fc.constantFrom('accepted', 'declined', 'expired', 'withdrawn'))
    .map(([which, as]) =>
      command(`${as} ${which}`, (edition) => edition.end(which, as as Exclude<OfferState, 'open'>)),
    ),
  fc
    .tuple(fc.constantFrom(...countries), fc.integer({ min: 1, max: 3 }))
    .map(([country, institutions]) =>
      command(`open ${institutions} of ${country}`, (edition) => edition.open(country, institutions)),
    ),
  fc
    .tuple(quotas, fc.boolean())
    .map(([all, share]) =>
      command(
        `quotas ${all.map(({ country, institutions, peoplePerInstitution }) => `${country} ${institutions}×${peoplePerInstitution}`)}${share ? ', others share' : ''}`,
        (edition) => edition.setQuotas(all, share),
      ),
    ),
  fc.nat(2).map((by) => command(`grow by ${by}`, (edition) => edition.grow(by))),
];

describe('places, whatever happens in whatever order', () => {
  it('stay within capacity, quotas and what was opened; the lists keep their order, and nobody waits whom a place fits', () => {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (steps) => {
        fc.modelRun(() => ({ model: { steps: 0 }, real: new Edition() }), steps);
      }),
      { numRuns: 400 },
    );
  });
});
