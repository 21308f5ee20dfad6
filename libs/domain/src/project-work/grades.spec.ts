import fc from 'fast-check';
import { isRefusal } from '../refusal';
import {
  distributionOf,
  fillRubric,
  type GradeScale,
  gradeIn,
  markBy,
  percentOf,
  pointsOf,
  recordProfessor,
  rubricOf,
  scaleOf,
  stepsOf,
  type WorkMark,
} from '.';

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.split('.')[1] : answer);
/** Keys that are numbers come first in an object: the best first is said by a list. */
const sorted = (given: Record<string, number>) =>
  stepsOf({ scale: 'thirty' }).flatMap(({ grade }) => (given[grade] ? [{ grade, people: given[grade] }] : []));
const own: GradeScale = {
  scale: 'own',
  grades: [
    { grade: 'Distinction', passes: true },
    { grade: 'Merit', passes: true },
    { grade: 'Fail', passes: false },
  ],
};
const scales: GradeScale[] = [{ scale: 'thirty' }, { scale: 'ects' }, { scale: 'percent', passFrom: 60 }, own];

describe('a grade', () => {
  it.each<[string, GradeScale, string, unknown]>([
    ['of thirty', { scale: 'thirty' }, '28/30', { grade: '28', outcome: 'passed' }],
    ['of thirty, with honours', { scale: 'thirty' }, '30 E LODE', { grade: '30 e lode', outcome: 'passed' }],
    ['of thirty, with honours, short', { scale: 'thirty' }, '30L', { grade: '30 e lode', outcome: 'passed' }],
    ['of thirty, too low to pass', { scale: 'thirty' }, '17', { grade: '17', outcome: 'not-passed' }],
    ['above thirty', { scale: 'thirty' }, '31', 'no-such-grade'],
    ['with a fraction', { scale: 'thirty' }, '28.5', 'no-such-grade'],
    ['of letters', { scale: 'ects' }, ' b ', { grade: 'B', outcome: 'passed' }],
    ['of letters, failing', { scale: 'ects' }, 'fx', { grade: 'FX', outcome: 'not-passed' }],
    ['in percent', { scale: 'percent', passFrom: 60 }, '59 %', { grade: '59', outcome: 'not-passed' }],
    ['in percent, where half is enough', { scale: 'percent' }, '50', { grade: '50', outcome: 'passed' }],
    ['of an own scale', own, 'merit', { grade: 'Merit', outcome: 'passed' }],
    ['of no scale', own, 'Great', 'no-such-grade'],
    ['that is empty', own, ' ', 'no-such-grade'],
  ])('%s', (_, scale, written, expected) => expect(codeOf(gradeIn(scale, written))).toEqual(expected));

  it('of any scale is read as it is written, and all that pass stand before all that do not', () => {
    for (const scale of scales) {
      const steps = stepsOf(scale);
      for (const step of steps) expect(gradeIn(scale, step.grade)).toEqual(step);
      const passes = steps.map(({ outcome }) => outcome === 'passed');
      expect(passes).toEqual([...passes].sort((one, other) => Number(other) - Number(one)));
    }
  });

  it.each<[string, boolean, GradeScale | null, WorkMark, unknown]>([
    ['a professor', true, own, { outcome: 'passed', grade: 'merit' }, { outcome: 'passed', grade: 'Merit' }],
    ['somebody else', false, own, { outcome: 'passed', grade: 'Merit' }, 'grade-needs-professor'],
    ['somebody else, without one', false, own, { outcome: 'not-passed' }, { outcome: 'not-passed' }],
    ['a professor, without one', true, own, { outcome: 'passed' }, { outcome: 'passed' }],
    ['where there are none', true, null, { outcome: 'passed', grade: 'Merit' }, 'no-grades'],
    ['that says otherwise', true, own, { outcome: 'passed', grade: 'Fail' }, 'grade-says-otherwise'],
    ['of another scale', true, own, { outcome: 'passed', grade: '28' }, 'no-such-grade'],
  ])('comes from %s', (_, isProfessor, scale, mark, expected) =>
    expect(codeOf(markBy({ isProfessor, scale }, mark))).toEqual(expected),
  );

  it.each([
    ['a scale of its own', { grades: own, markerIsProfessor: false }, own],
    ['an older file, of professors', { markerIsProfessor: true }, { scale: 'thirty' }],
    ['passed or not passed', { markerIsProfessor: false }, null],
  ] as const)('has the scale of its brief: %s', (_, terms, expected) => expect(scaleOf(terms)).toEqual(expected));

  const shares = (given: Record<string, number>) => Object.entries(given).map(([grade, people]) => ({ grade, people }));

  it.each<[string, Record<string, number>, [number, Record<string, number>] | null]>([
    [
      'the best first, whatever the order',
      { '18': 4, '30 e lode': 1, '27': 6 },
      [11, { '30 e lode': 1, '27': 6, '18': 4 }],
    ],
    ['without those who have not passed', { '30': 10, '12': 7 }, [10, { '30': 10 }]],
    ['without grades that nobody has, or that are none of the scale', { '28': 10, '27': 0, A: 5 }, [10, { '28': 10 }]],
    ['never among fewer than ten people', { '30': 9, '12': 7 }, null],
    ['never among nobody', {}, null],
  ])('is counted with the others: %s', (_, given, expected) => {
    const counted = distributionOf({ scale: 'thirty' }, shares(given));
    expect(counted && [counted.people, counted.grades]).toEqual(
      expected && [expected[0], expected[1] && sorted(expected[1])],
    );
  });

  it.each([
    [1, 3, 33.3],
    [10, 10, 100],
    [1, 8, 12.5],
  ])('has a share: %d of %d are %d%%', (people, all, percent) => expect(percentOf(people, all)).toBe(percent));
});

describe('who is a professor', () => {
  const bodies = [{ name: 'Centre' }, { name: 'University of Example', university: true }];
  it.each([
    ['of a university of the programme', 'University of Example', 'University of Example'],
    ['of a body that is none', 'Centre', 'not-a-university'],
    ['of a university elsewhere', 'Another university', 'not-a-university'],
    ['of none', null, null],
  ])('%s', (_, university, expected) => expect(codeOf(recordProfessor(bodies, university))).toEqual(expected));
});

describe('the rubric', () => {
  const rows = [
    { id: 'clarity' },
    {
      id: 'evidence',
      weight: 3,
      levels: [
        { id: 'full', points: 4 },
        { id: 'half', points: 2 },
        { id: 'none', points: 0 },
      ],
    },
  ];
  const [clear, sound] = [
    { row: 'clarity', level: 'met' },
    { row: 'evidence', level: 'half' },
  ];
  it.each([
    ['every row, in the rubric’s order', [sound, clear], [clear, sound]],
    ['a row without an answer', [clear], 'rubric-incomplete'],
    ['a row answered twice', [clear, clear, sound], 'rubric-incomplete'],
    ['a row that is not there', [clear, { row: 'style', level: 'met' }], 'rubric-incomplete'],
    ['a level of another row', [clear, { row: 'evidence', level: 'met' }], 'rubric-incomplete'],
  ])('takes %s', (_, filled, expected) => expect(codeOf(fillRubric(rows, filled))).toEqual(expected));

  it('has the usual levels where a row has none of its own', () => {
    expect(rubricOf(rows).map(({ weight, levels }) => [weight, levels.map(({ id }) => id)])).toEqual([
      [1, ['met', 'partly', 'not-met']],
      [3, ['full', 'half', 'none']],
    ]);
  });

  it.each([
    ['as often as their rows weigh', [clear, sound], { points: 6, most: 12 }],
    ['none for a row that is not filled', [clear], { points: 0, most: 12 }],
  ])('counts points: %s', (_, filled, expected) => expect(pointsOf(rows, filled)).toEqual(expected));

  it('counts none where no level has points', () => expect(pointsOf([{ id: 'clarity' }], [clear])).toBeNull());

  it('counts no more than the most, and all of it for the best levels', () => {
    const row = fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      levels: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.nat(), (made, choice) => {
        const all = made.map(({ weight, levels }, at) => ({
          id: `r${at}`,
          weight,
          levels: levels.map((points, level) => ({ id: `l${level}`, points })),
        }));
        const filled = all.map(({ id, levels }) => ({ row: id, level: `l${choice % levels.length}` }));
        const sum = pointsOf(all, filled);
        const expected = all.map(({ weight, levels }) => weight * (levels[choice % levels.length]?.points ?? 0));
        expect(sum?.points ?? 0).toBe(expected.reduce((total, one) => total + one, 0));
        expect(sum?.points ?? 0).toBeLessThanOrEqual(sum?.most ?? 0);
      }),
    );
  });
});
