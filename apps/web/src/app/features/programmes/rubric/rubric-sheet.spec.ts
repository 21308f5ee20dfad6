import type { RubricOfFile } from '@libretto/contracts';
import { asRubric, asTyped, newLevels, newRow } from './rubric-sheet';

const stored: RubricOfFile = [
  { id: 'sources', title: { en: 'Sources', it: 'Fonti' }, description: { en: 'Official.', it: 'Ufficiali.' } },
  {
    id: 'argument',
    title: { en: 'Argument', it: 'Argomento', hr: 'Argument' },
    description: { en: 'Sound.', it: 'Solido.' },
    weight: 3,
    levels: [
      { id: 'full', title: { en: 'Full', it: 'Pieno' }, points: 2 },
      { id: 'none', title: { en: 'None', it: 'Nessuno' }, points: 0 },
    ],
  },
];
const languages = ['en', 'it', 'hr'];

describe('a rubric that is typed', () => {
  it('is the stored one as long as nothing is typed', () =>
    expect(asRubric(asTyped(stored, languages))).toEqual(stored));

  it('gives new parts ids of their own, and leaves those that are there', () => {
    const rows = asTyped(stored, languages);
    const sources = { ...newRow(languages), title: { en: 'Sources', it: 'Altre fonti', hr: '' } };
    const levels = newLevels(languages).map((level) => ({ ...level, title: { en: 'Good', it: 'Buono' } }));
    const rubric = asRubric([{ ...sources, levels }, ...rows]);
    expect(rubric.map(({ id }) => id)).toEqual(['sources-2', 'sources', 'argument']);
    expect(rubric[0]).toMatchObject({
      title: { en: 'Sources', it: 'Altre fonti' },
      levels: [
        { id: 'good', title: { en: 'Good', it: 'Buono' } },
        { id: 'good-2', title: { en: 'Good', it: 'Buono' } },
      ],
    });
    expect(rubric[0]?.levels?.[0]).not.toHaveProperty('points');
  });
});
