import type { GroupSize } from './groups';

/** How countries are spread over groups: one country in each, all countries mixed, or as it comes. */
export const countrySpreads = ['one-country', 'mixed', 'any'] as const;
export type CountrySpread = (typeof countrySpreads)[number];

export interface DrawTerms {
  readonly size: GroupSize;
  readonly spread: CountrySpread;
  /** The limit of people of one institution in a group; `null` for none. */
  readonly mostOfInstitution: number | null;
  /** The same seed draws the same groups. */
  readonly seed: number;
}

/** Somebody to be drawn. */
export interface Drawable {
  readonly id: string;
  readonly country: string;
  readonly institutionId: string;
}

/** The groups, and those for whom no group of a right size is left. */
export interface Drawn<Person> {
  readonly groups: readonly (readonly Person[])[];
  readonly left: readonly Person[];
}

/** Draws groups of even sizes that keep to the terms and leave as few people over as can be, in as few groups as that takes. */
export function drawGroups<Person extends Drawable>(people: readonly Person[], terms: DrawTerms): Drawn<Person> {
  // The order in which people come must not decide.
  const sorted = people.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const shuffled = shuffle(sorted, randomFrom(terms.seed));
  if (terms.spread !== 'one-country') return drawAmong(shuffled, terms);
  const drawn = [...Map.groupBy(shuffled, ({ country }) => country)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, compatriots]) => drawAmong(compatriots, terms));
  return { groups: drawn.flatMap(({ groups }) => groups), left: drawn.flatMap(({ left }) => left) };
}

function drawAmong<Person extends Drawable>(people: readonly Person[], terms: DrawTerms): Drawn<Person> {
  const { count, taken } = people
    .map((_, at) => ({ count: at + 1, taken: takenInto(at + 1, people, terms) }))
    .reduce((best, one) => (one.taken.length > best.taken.length ? one : best), { count: 0, taken: [] as Person[] });
  const isTaken = new Set(taken);
  // Dealt in turn, neighbours come into different groups: institutions within countries spread both.
  const dealt = together(taken, terms.spread === 'mixed' ? ({ country }) => country : () => '').flatMap((compatriots) =>
    together(compatriots, ({ institutionId }) => institutionId).flat(),
  );
  return {
    groups: Array.from({ length: count }, (_, group) => dealt.filter((_, at) => at % count === group)),
    left: people.filter((person) => !isTaken.has(person)),
  };
}

/** Those who can be in so many groups: none, where the groups would be too small. */
function takenInto<Person extends Drawable>(
  count: number,
  people: readonly Person[],
  { size: { least, most }, mostOfInstitution }: DrawTerms,
): Person[] {
  const room = mostOfInstitution === null ? Infinity : mostOfInstitution * count;
  const colleagues = new Map<string, number>();
  const within = people.filter(({ institutionId }) => {
    const number = (colleagues.get(institutionId) ?? 0) + 1;
    colleagues.set(institutionId, number);
    return number <= room;
  });
  const taken = within.slice(0, most * count);
  return taken.length >= least * count ? taken : [];
}

/** The items by key, the largest part first, each in its order. */
const together = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] =>
  [...Map.groupBy(items, keyOf).values()].toSorted((one, other) => other.length - one.length);

/** Fisher and Yates. */
function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [shuffled[at], shuffled[other]] = [shuffled[other] as Item, shuffled[at] as Item];
  }
  return shuffled;
}

/** Numbers from 0 to 1 that follow from a seed: the generator mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
