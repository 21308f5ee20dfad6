import fc from 'fast-check';
import { type Drawable, drawGroups, type DrawTerms, enterGroup, type GroupTerms, mayChooseGroup } from '.';

const from = (...countries: string[]) => countries.map((country) => ({ country }));
const refusedBy = (answer: unknown) => (answer === true ? 'yes' : (answer as { refused: string }).refused);

describe('coming into a group', () => {
  const three: GroupTerms = { by: 'group', size: { least: 2, most: 3 } };
  it.each<[string, string[], string[], GroupTerms, string]>([
    ['the last place', ['IT', 'FR'], ['ES'], three, 'yes'],
    ['one too many', ['IT', 'FR', 'ES'], ['HR'], three, 'project-work.group-full'],
    ['two for one place', ['IT', 'FR'], ['ES', 'HR'], three, 'project-work.group-full'],
    ['nobody, into a full group', ['IT', 'FR', 'ES', 'HR'], [], three, 'yes'],
    ['a compatriot', ['IT'], ['IT'], { by: 'national-group' }, 'yes'],
    ['the first of a national group', [], ['HR'], { by: 'national-group' }, 'yes'],
    ['a foreigner', ['IT'], ['FR'], { by: 'national-group' }, 'project-work.other-country'],
    ['two of two countries at once', [], ['IT', 'FR'], { by: 'national-group' }, 'project-work.other-country'],
    ['anybody where no size is said', ['IT', 'FR', 'ES', 'HR'], ['PT'], { by: 'focus-group' }, 'yes'],
  ])('%s', (_, members, newcomers, terms, answer) => {
    expect(refusedBy(enterGroup(from(...members), from(...newcomers), terms))).toBe(answer);
  });

  const until = new Date('2026-12-04T22:59:59Z');
  it.each<[string, Date | null, string, string]>([
    ['before the date', until, '2026-12-01T10:00:00Z', 'yes'],
    ['at its last moment', until, '2026-12-04T22:59:59Z', 'yes'],
    ['a moment later', until, '2026-12-04T23:00:00Z', 'project-work.choice-over'],
    ['where groups are not chosen', null, '2026-12-01T10:00:00Z', 'project-work.no-choice'],
  ])('is one’s own choice %s', (_, date, now, answer) => {
    expect(refusedBy(mayChooseGroup(date, new Date(now)))).toBe(answer);
  });
});

const people = (...given: [country: string, institutions: number, each: number][]): Drawable[] =>
  given.flatMap(([country, institutions, each]) =>
    Array.from({ length: institutions * each }, (_, at) => ({
      id: `${country}-${at}`,
      country,
      institutionId: `${country}-${at % institutions}`,
    })),
  );
const sizes = (groups: readonly (readonly Drawable[])[]) => groups.map(({ length }) => length);
const terms = (values: Partial<DrawTerms>): DrawTerms => ({
  size: { least: 3, most: 5 },
  spread: 'any',
  mostOfInstitution: null,
  seed: 1,
  ...values,
});

describe('a draw of groups', () => {
  const fiveCountries = people(['HR', 5, 1], ['FR', 5, 1], ['IT', 5, 1], ['ES', 5, 1], ['PT', 5, 1]);

  it.each<[string, Drawable[], Partial<DrawTerms>, number[], number]>([
    ['national groups of five', fiveCountries, { spread: 'one-country' }, [5, 5, 5, 5, 5], 0],
    ['mixed groups', fiveCountries, { spread: 'mixed' }, [5, 5, 5, 5, 5], 0],
    ['even sizes in as few groups as can be', people(['IT', 7, 1]), {}, [4, 3], 0],
    [
      'more groups, so that colleagues part',
      people(['IT', 2, 4]),
      { mostOfInstitution: 1, size: { least: 2, most: 5 } },
      [2, 2, 2, 2],
      0,
    ],
    ['those left for whom there is no size', people(['IT', 7, 1]), { size: { least: 3, most: 3 } }, [3, 3], 1],
    ['a country that is too small', people(['IT', 4, 1], ['FR', 2, 1]), { spread: 'one-country' }, [4], 2],
    ['too many colleagues', people(['IT', 1, 6]), { mostOfInstitution: 1 }, [], 6],
    ['nobody', [], {}, [], 0],
  ])('gives %s', (_, given, values, expected, left) => {
    const drawn = drawGroups(given, terms(values));
    expect(sizes(drawn.groups)).toEqual(expected);
    expect(drawn.left).toHaveLength(left);
  });

  it('mixes all countries evenly', () => {
    const { groups } = drawGroups(fiveCountries, terms({ spread: 'mixed' }));
    for (const group of groups) expect(new Set(group.map(({ country }) => country)).size).toBe(5);
  });

  const anybody = fc.record({ country: fc.constantFrom('IT', 'FR', 'HR'), of: fc.integer({ min: 0, max: 3 }) });
  const anyPeople = fc
    .array(anybody, { maxLength: 40 })
    .map((all) => all.map(({ country, of }, at) => ({ id: `p${at}`, country, institutionId: `${country}-${of}` })));
  const anyTerms = fc
    .record({
      least: fc.integer({ min: 1, max: 6 }),
      more: fc.integer({ min: 0, max: 5 }),
      spread: fc.constantFrom('one-country' as const, 'mixed' as const, 'any' as const),
      mostOfInstitution: fc.option(fc.integer({ min: 1, max: 4 })),
      seed: fc.integer(),
    })
    .map(({ least, more, ...rest }): DrawTerms => ({ size: { least, most: least + more }, ...rest }));

  it('keeps to its terms, whoever is there', () => {
    fc.assert(
      fc.property(anyPeople, anyTerms, (given, wanted) => {
        const { groups, left } = drawGroups(given, wanted);
        const all = [...groups.flat(), ...left].map(({ id }) => id);
        expect(all.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        for (const group of groups) {
          expect(group.length).toBeGreaterThanOrEqual(wanted.size.least);
          expect(group.length).toBeLessThanOrEqual(wanted.size.most);
          const colleagues = [...Map.groupBy(group, ({ institutionId }) => institutionId).values()];
          for (const { length } of colleagues) expect(length).toBeLessThanOrEqual(wanted.mostOfInstitution ?? Infinity);
          if (wanted.spread === 'one-country') expect(new Set(group.map(({ country }) => country)).size).toBe(1);
        }
        if (wanted.spread === 'one-country') return;
        const lengths = sizes(groups);
        if (lengths.length) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        if (wanted.spread !== 'mixed') return;
        for (const country of ['IT', 'FR', 'HR']) {
          const counts = groups.map((group) => group.filter((one) => one.country === country).length);
          if (counts.length) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('follows from its seed alone, in whatever order people come', () => {
    fc.assert(
      fc.property(anyPeople, anyTerms, (given, wanted) => {
        expect(drawGroups(given.toReversed(), wanted)).toEqual(drawGroups(given, wanted));
      }),
    );
    const ids = (seed: number) =>
      drawGroups(fiveCountries, terms({ seed })).groups.map((group) => group.map(({ id }) => id));
    expect(ids(1)).not.toEqual(ids(2));
  });
});
