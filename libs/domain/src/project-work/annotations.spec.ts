import fc from 'fast-check';
import { seesAnnotations } from './annotating';
import { areasOf, inReadingOrder, type PagePlace, pageFragment, placeOf, plainSvg, selectorOf } from './annotations';

const length = fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10);
const size = fc.integer({ min: 10, max: 999 }).map((tenths) => tenths / 10);
const area = fc.record({ left: length, top: length, width: size, height: size });
const page = fc.integer({ min: 1, max: 400 });
const text = fc.string({ maxLength: 40 });
const places: fc.Arbitrary<PagePlace> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    page,
    start: fc.nat(5000),
    end: fc.nat(9000),
    exact: text,
    prefix: text,
    suffix: text,
    areas: fc.array(area, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('area' as const), page, area }),
  fc.record({
    kind: fc.constant('drawing' as const),
    page,
    strokes: fc.array(fc.array(fc.record({ x: length, y: length }), { minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

/** To a tenth of a point, which is what selectors keep. */
const rounded = (place: PagePlace): unknown =>
  JSON.parse(JSON.stringify(place), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  );

describe('the place of an annotation', () => {
  it('is the same after it was kept as selectors', () => {
    fc.assert(fc.property(places, (place) => expect(rounded(placeOf(selectorOf(place)))).toEqual(rounded(place))));
  });

  it('is kept in forms that a selector may have', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { value, refinedBy } = selectorOf(place);
        expect(value).toMatch(pageFragment);
        for (const one of refinedBy ?? []) if (one.type === 'SvgSelector') expect(one.value).toMatch(plainSvg);
      }),
    );
  });

  it.each([
    ['a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an event', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M1 1"/></svg>'],
    ['a path that ends early', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/><a href="x"/></svg>'],
    ['a curve', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1C2 2 3 3 4 4"/></svg>'],
  ])('is no drawing with %s', (_, value) => {
    expect(value).not.toMatch(plainSvg);
  });

  it.each(['page=0', 'page=1&viewrect=1,2,3', 'page=1#nameddest=x', 'page=1&viewrect=-1,0,5,5', 'page=99999'])(
    'is no fragment %s',
    (value) => {
      expect(value).not.toMatch(pageFragment);
    },
  );

  it('comes in reading order', () => {
    const at = (on: number, top: number): PagePlace => ({
      kind: 'area',
      page: on,
      area: { left: 0, top, width: 9, height: 9 },
    });
    const sorted = [at(2, 1), at(1, 50), at(1, 5)].toSorted(inReadingOrder);
    expect(sorted.map((place) => [place.page, areasOf(place)[0]?.top])).toEqual([
      [1, 5],
      [1, 50],
      [2, 1],
    ]);
  });
});

describe('who sees a marker’s annotations', () => {
  const [own, marked, draft] = [
    { isAuthor: true, hasMarked: false },
    { isAuthor: false, hasMarked: true },
    { isAuthor: false, hasMarked: false },
  ];
  it.each([
    ['the marker, before marking', own, 'marker', false, false, true],
    ['another marker who is not done', marked, 'marker', false, false, false],
    ['another marker who is done', marked, 'marker', true, false, true],
    ['another marker, of one who is not done', draft, 'marker', true, false, false],
    ['another marker, of one who never marked, after release', draft, 'marker', true, true, false],
    ['a coordinator, once they marked', marked, 'coordinator', true, false, true],
    ['a coordinator, before', draft, 'coordinator', true, false, false],
    ['the group before release', marked, 'member', true, false, false],
    ['the group after release', marked, 'member', true, true, true],
    ['the group after release, of one who never marked', draft, 'member', true, true, false],
    [
      'a marker who is a member of the group, before release',
      { isAuthor: true, hasMarked: true },
      'member',
      true,
      false,
      false,
    ],
  ] as const)('%s', (_, author, as, seesMarkings, isReleased, sees) => {
    expect(seesAnnotations(author, { as, seesMarkings }, isReleased)).toBe(sees);
  });
});
