import fc from 'fast-check';
import { seesAnnotations } from './annotating';
import {
  areasOf,
  fitsIn,
  inReadingOrder,
  layoutOf,
  longerByWord,
  type PagePlace,
  type PageSelector,
  pageFragment,
  paragraphsOf,
  passageAt,
  passageIn,
  type PassagePlace,
  type Place,
  placeOf,
  plainSvg,
  selectorOf,
  sentencesOf,
  shorterByWord,
} from './annotations';

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

const passages: fc.Arbitrary<PassagePlace> = fc.record({
  kind: fc.constant('passage' as const),
  start: fc.nat(5000),
  end: fc.nat(9000),
  exact: text,
  prefix: text,
  suffix: text,
});

/** To a tenth of a point, which is what selectors keep. */
const rounded = (place: Place): unknown =>
  JSON.parse(JSON.stringify(place), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  );

describe('the place of an annotation', () => {
  it('is the same after it was kept as selectors', () => {
    fc.assert(
      fc.property(fc.oneof(places, passages), (place) =>
        expect(rounded(placeOf(selectorOf(place)))).toEqual(rounded(place)),
      ),
    );
  });

  it('is kept in forms that a selector may have', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { value, refinedBy } = selectorOf(place) as PageSelector;
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

describe('a passage', () => {
  const words = 'Desks decide. Who decides?\n\nDesks decide, and 1.5 hands write.';
  const at = (exact: string, from = 0) => {
    const start = words.indexOf(exact, from);
    return passageAt(words, { start, end: start + exact.length }) as PassagePlace;
  };

  it('is kept without the blanks around it, with its neighbours', () => {
    expect(passageAt(words, { start: 13, end: 27 })).toEqual({
      kind: 'passage',
      start: 14,
      end: 26,
      exact: 'Who decides?',
      prefix: 'Desks decide. ',
      suffix: '\n\nDesks decide, and 1.5 hands wr',
    });
    expect(passageAt(words, { start: 26, end: 28 })).toBeUndefined();
  });

  it('stands in its text where it was marked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), fc.nat(60), fc.nat(60), (text, start, length) => {
        const place = passageAt(text, { start, end: start + length });
        if (place) expect(passageIn(text, place)).toEqual({ start: place.start, end: place.end });
      }),
    );
  });

  it.each([
    ['further on', (text: string) => `Preface.\n${text}`, at('Who decides?'), 'Who decides?', 23],
    ['between the same neighbours', (text: string) => `Desks decide nothing.\n${text}`, at('Desks', 20), 'Desks', 50],
    ['nowhere', () => 'Other words.', at('Who'), undefined, undefined],
    ['nowhere, without words', () => words, { ...at('Who'), exact: '' }, undefined, undefined],
  ])('is found %s in a text that was read in another way', (_, change, place, exact, start) => {
    const read = change(words);
    const span = passageIn(read, place);
    expect(span?.start).toBe(start);
    expect(span && read.slice(span.start, span.end)).toBe(exact);
  });

  it('cuts its paragraphs, and ends in one of them with its number', () => {
    const marks = [
      { start: 6, end: 12, of: 1 },
      { start: 0, end: 17, of: 2 },
      { start: 20, end: 33, of: 3 },
    ];
    const cut = paragraphsOf(words, marks);
    expect(cut.map((pieces) => pieces.map(({ text: said, isMarked, ends }) => [said, isMarked, ...ends]))).toEqual([
      [
        ['Desks ', true],
        ['decide', true, 1],
        ['. Who', true, 2],
        [' de', false],
        ['cides?', true],
      ],
      [
        ['Desks', true, 3],
        [' decide, and 1.5 hands write.', false],
      ],
    ]);
    for (const { at: from, text: said } of cut.flat()) expect(words.startsWith(said, from)).toBe(true);
  });

  it('is chosen sentence by sentence, and word by word', () => {
    const said = sentencesOf(words).map(({ start, end }) => words.slice(start, end));
    expect(said).toEqual(['Desks decide.', 'Who decides?', 'Desks decide, and 1.5 hands write.']);
    const [first] = sentencesOf(words);
    const longer = longerByWord(words, first!);
    expect(words.slice(longer.start, longer.end)).toBe('Desks decide. Who');
    expect(shorterByWord(words, longer)).toEqual({ start: 0, end: 12 });
    expect(shorterByWord(words, { start: 0, end: 5 })).toEqual({ start: 0, end: 5 });
    expect(longerByWord(words, { start: 0, end: words.length })).toEqual({ start: 0, end: words.length });
  });

  it.each([
    ['application/pdf', 'pages'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'words'],
    ['application/vnd.oasis.opendocument.text', 'words'],
    ['text/plain', 'words'],
    ['text/html', null],
    ['image/png', null],
  ])('is of a document of words: %s', (type, layout) => {
    expect(layoutOf(type)).toBe(layout);
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

it.each<[Place['kind'], (string | null)[]]>([
  ['passage', ['words']],
  ['text', ['pages']],
  ['area', ['pages']],
  ['drawing', ['pages']],
])('a place that is a %s is in %j only', (kind, expected) => {
  const layouts = ['pages', 'words', null] as const;
  expect(layouts.filter((layout) => fitsIn(layout, { kind } as Place))).toEqual(expected);
});
