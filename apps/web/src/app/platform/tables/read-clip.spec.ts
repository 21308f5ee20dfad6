import { readClip } from './read-clip';

describe('copied cells', () => {
  it.each([
    [
      'of a spreadsheet',
      'met\t28\nnot met\t12\n',
      true,
      [
        ['met', '28'],
        ['not met', '12'],
      ],
    ],
    ['with line breaks and quotes', 'met\t"Well ""read"".\nTwice."\r\n', true, [['met', 'Well "read".\nTwice.']]],
    ['of one column with commas', 'Good, but late\nFine, all in all', true, [['Good, but late'], ['Fine, all in all']]],
    [
      'of a file with semicolons',
      'met;28\nnot met;12',
      false,
      [
        ['met', '28'],
        ['not met', '12'],
      ],
    ],
    [
      'of a file with commas',
      'met,"28, at most"\nnot met,12',
      false,
      [
        ['met', '28, at most'],
        ['not met', '12'],
      ],
    ],
    [
      'with an empty row between',
      'a\tb\n\t\nc\td',
      true,
      [
        ['a', 'b'],
        ['', ''],
        ['c', 'd'],
      ],
    ],
    ['with an empty cell between', 'a\n\nc', true, [['a'], [''], ['c']]],
    ['with rows of different lengths', 'a\tb\nc', true, [['a', 'b'], ['c']]],
  ])('%s are read', async (_, text, isFromSheet, cells) => expect(await readClip(text, isFromSheet)).toEqual(cells));

  it('are not read where a quote never closes', async () =>
    expect(readClip('"met\t28\nnot met\t12', true)).rejects.toThrow('Quote'));
});
