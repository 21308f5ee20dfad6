import { isRefusal } from '../refusal';
import { cellIn, faultsOfRow, layBlock, type MarkingColumn, markOfCell, sayingOf, stepsOf } from '.';

const levels = [
  { id: 'very-good', names: ['Very good', 'Ottimo'], points: 4 },
  { id: 'good', names: ['Good', 'Buono'], points: 3 },
  { id: 'poor', names: ['Poor', 'Scarso'], points: 3 },
];
const names = { passed: ['passed', 'superato'], 'not-passed': ['not passed', 'non superato'] };
const level: MarkingColumn = { kind: 'level', row: 'sources', levels };
const mark: MarkingColumn = { kind: 'mark', grades: [], names };
const graded: MarkingColumn = { kind: 'mark', grades: stepsOf({ scale: 'thirty' }), names };
const ects: MarkingColumn = { kind: 'mark', grades: stepsOf({ scale: 'ects' }), names };
const comment: MarkingColumn = { kind: 'comment' };
const columns: MarkingColumn[] = [level, graded, comment, { kind: 'mustChange' }, { kind: 'stays' }];
const codeOf = (said: unknown) => (isRefusal(said) ? said.refused.split('.')[1] : said);

describe('a cell of the marking table', () => {
  it.each<[string, MarkingColumn, string, string]>([
    ['a level by its name', level, ' very GOOD ', 'very-good'],
    ['a level by its name in another language', level, 'ottimo', 'very-good'],
    ['a level by its beginning', level, 'v', 'very-good'],
    ['a level by its points', level, '4', 'very-good'],
    ['no level by points that two have', level, '3', 'no-such-level'],
    [
      'no level by a beginning that two have',
      { ...level, levels: [...levels, { id: 'great', names: [] }] },
      'g',
      'no-such-level',
    ],
    [
      'a whole name before a beginning',
      { ...level, levels: [...levels, { id: 'x', names: ['Good enough'] }] },
      'good',
      'good',
    ],
    ['no level that is not there', level, 'brilliant', 'no-such-level'],
    ['an outcome', mark, 'Passed', 'passed'],
    ['an outcome by its beginning', mark, 'n', 'not-passed'],
    ['no outcome that is none', mark, 'maybe', 'no-such-outcome'],
    ['no grade of somebody who gives none', mark, '28', 'no-such-outcome'],
    ['a grade', graded, '28/30', '28'],
    ['a grade with praise', graded, '30L', '30 e lode'],
    ['an outcome where grades can be given', graded, 'passed', 'passed'],
    ['no grade beyond the scale', graded, '31', 'no-such-grade'],
    ['a letter that is a grade before one that begins an outcome', ects, 'F', 'F'],
    ['a text', comment, ' Well read. ', 'Well read.'],
    ['no text that is too long', comment, 'a'.repeat(4001), 'cell-too-long'],
    ['nothing', level, '  ', ''],
  ])('says %s', (_, column, written, expected) => expect(codeOf(cellIn(column, written))).toBe(expected));
});

describe('a row of the marking table', () => {
  it.each([
    ['is whole', ['good', '27', 'Fine.', '', ''], [null, null, null, null, null]],
    ['lacks cells', ['', '27', '', '', ''], ['cell-empty', null, 'cell-empty', null, null]],
    ['lacks its mark', ['good', '', 'Fine.', '', ''], [null, 'cell-empty', null, null, null]],
    ['has not passed and says not why', ['poor', '12', 'No.', '', ''], [null, null, null, 'must-change-missing', null]],
    ['has not passed and says why', ['poor', 'not', 'No.', 'Sources.', ''], [null, null, null, null, null]],
    ['has a cell that says nothing known', ['best', '12', 'No.', 'x', ''], ['no-such-level', null, null, null, null]],
  ])('that %s', (_, written, expected) =>
    expect(faultsOfRow(columns, written).map((fault) => fault && codeOf(fault))).toEqual(expected),
  );

  it('is a marking once it is whole', () =>
    expect(sayingOf(columns, ['v', '12', ' No. ', 'Sources.', 'The cases.'])).toEqual({
      rubric: [{ row: 'sources', level: 'very-good' }],
      mark: { outcome: 'not-passed', grade: '12' },
      comment: 'No.',
      mustChange: 'Sources.',
      stays: 'The cases.',
    }));

  it('has no mark where its cell says none', () => expect(markOfCell([], '28')).toBeNull());
});

describe('a pasted block', () => {
  const whyNot = { refused: 'project-work.already-marked', numbers: {} } as const;
  const rows = [{ whyNot: null }, { whyNot }, { whyNot: null }];

  it('comes to stand from its first cell on, and each cell says what it would be there', () => {
    const { cells, outside } = layBlock(
      [
        ['Good', '28', 'Fine.'],
        ['Good', '31'],
        ['brilliant', ''],
      ],
      { row: 0, column: 0 },
      columns,
      rows,
    );
    expect(outside).toBe(0);
    expect(cells.map(({ row, column, says }) => [row, column, codeOf(says)])).toEqual([
      [0, 0, 'good'],
      [0, 1, '28'],
      [0, 2, 'Fine.'],
      [1, 0, 'already-marked'],
      [1, 1, 'already-marked'],
      [2, 0, 'no-such-level'],
      [2, 1, ''],
    ]);
  });

  it('counts what reaches over the edge', () => {
    const { cells, outside } = layBlock([['a', 'b', 'c'], ['d']], { row: 2, column: 3 }, columns, rows);
    expect([cells.length, outside]).toEqual([2, 2]);
  });
});
