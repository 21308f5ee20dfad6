import fc from 'fast-check';
import {
  leastWords,
  marksOf,
  passagesShared,
  shareOf,
  shinglesIn,
  shinglesOf,
  surelyFound,
  wordsAt,
  wordsIn,
} from './similarity';

const numbered = (name: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${name}${from + at}`).join(' ');

/** The passages that two texts are found to share, as the product finds them: by the marks of both. */
function shared(own: string, other: string, brief: string[] = []) {
  const leftOut = shinglesIn(brief);
  const [words, others] = [wordsIn(own), wordsIn(other)];
  const there = new Map(marksOf(others, leftOut).map(({ shingle, place }) => [shingle, place]));
  const common = marksOf(words, leftOut).flatMap(({ shingle, place }) => {
    const at = there.get(shingle);
    return at === undefined ? [] : [{ own: place, other: at }];
  });
  const passages = passagesShared(words, others, common, leftOut);
  return {
    texts: passages.map(({ own: at }) => wordsAt(own, words, at)),
    others: passages.map(({ other: at }) => wordsAt(other, others, at)),
    share: shareOf(
      passages.map(({ own: at }) => at),
      words.length,
    ),
  };
}

describe('the words of a text', () => {
  it.each([
    ['case and punctuation', 'Wörter, “sind” WÖRTER.', ['worter', 'sind', 'worter']],
    ['accents in one or two signs', 'perche\u0301 perché', ['perche', 'perche']],
    ['ligatures of PDFs', 'de\ufb01ned', ['defined']],
    ['other scripts', 'Ένα κείμενο 学位', ['ενα', 'κειμενο', '学位']],
    ['nothing', ' – … ', []],
  ])('are compared without %s', (_, text, words) => {
    expect(wordsIn(text).map(({ norm }) => norm)).toEqual(words);
  });

  it('are too few for a shingle', () => {
    expect([shinglesOf(wordsIn('five words are too few')), marksOf(wordsIn('five words are too few'))]).toEqual([
      [],
      [],
    ]);
  });
});

describe('what two texts share', () => {
  const passage = numbered('same', 0, 60);
  const [before, after] = [numbered('mine', 0, 80), numbered('yours', 0, 90)];
  it.each([
    ['nothing', before, after, [], 0],
    ['all of it', passage, passage, [passage], 100],
    ['a passage in the middle', `${before} ${passage} ${before}`, `${after} ${passage}`, [passage], 27],
    [
      'a passage in other punctuation',
      `${before}. ${passage}`,
      `${passage.toUpperCase().replaceAll(' ', ', ')} ${after}`,
      [passage],
      43,
    ],
    [
      'a passage that is too short to mean anything',
      `${before} ${numbered('same', 0, leastWords - 1)}`,
      `${numbered('same', 0, leastWords - 1)} ${after}`,
      [],
      0,
    ],
  ])('is %s', (_, own, other, texts, share) => {
    expect(shared(own, other)).toMatchObject({ texts, share });
  });

  it('is one passage where somebody changed a word', () => {
    const changed = passage.replace('same30', 'andere');
    expect(shared(`${before} ${passage}`, `${changed} ${after}`)).toMatchObject({
      texts: [passage],
      others: [changed],
    });
  });

  it('leaves out what the brief says, and finds what stands around it', () => {
    const brief = numbered('brief', 0, 40);
    expect(shared(`${before} ${brief}`, `${brief} ${after}`, [brief])).toMatchObject({ texts: [], share: 0 });
    expect(shared(`${before} ${brief} ${passage}`, `${brief} ${passage} ${after}`, [brief]).texts).toEqual([passage]);
  });

  it('is found wherever it stands, if it is long enough', () => {
    const length = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(length, length, length, fc.integer({ min: surelyFound, max: 90 }), (a, b, c, long) => {
        const same = numbered('same', 0, long);
        const own = [numbered('mine', 0, a), same, numbered('mine', a, a + c)].join(' ').trim();
        const other = [numbered('yours', 0, b), same, numbered('yours', b, b + a)].join(' ').trim();
        expect(shared(own, other).texts).toEqual([same]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the share of a text', () => {
  it.each([
    ['of nothing', [], 0, 0],
    [
      'of places',
      [
        { from: 0, to: 10 },
        { from: 50, to: 60 },
      ],
      100,
      20,
    ],
    [
      'of places that overlap',
      [
        { from: 0, to: 60 },
        { from: 50, to: 60 },
        { from: 10, to: 70 },
      ],
      100,
      70,
    ],
    ['of all', [{ from: 0, to: 3 }], 3, 100],
  ])('%s', (_, places, words, share) => {
    expect(shareOf(places, words)).toBe(share);
  });
});
