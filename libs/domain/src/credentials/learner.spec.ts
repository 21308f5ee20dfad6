import { plausibleLearner, printableLearner } from './learner';

const born = (birthDate: string) =>
  plausibleLearner({ givenName: 'Ana', familyName: 'Horvat', birthDate }, '2026-11-23');

describe('a birth date', () => {
  it('is taken from somebody who can be alive', () =>
    expect(born('1990-05-04')).toMatchObject({ birthDate: '1990-05-04' }));
  it('is not today or later', () => {
    expect(born('2026-11-23')).toMatchObject({ refused: 'credentials.birth-date-not-past' });
    expect(born('2062-01-01')).toMatchObject({ refused: 'credentials.birth-date-not-past' });
  });
  it('is not centuries ago', () =>
    expect(born('0190-05-04')).toMatchObject({ refused: 'credentials.birth-date-too-old' }));
});

describe('a name', () => {
  const enheduanna = { givenName: 'Enheduanna 𒂗', familyName: '', birthDate: '1990-05-04' };
  it('is taken where each of its characters can be printed', () =>
    expect(printableLearner(enheduanna, [])).toBe(enheduanna));
  it('is refused with the characters that cannot', () =>
    expect(printableLearner(enheduanna, ['𒂗', '𒃶'])).toEqual({
      refused: 'credentials.name-not-printable',
      numbers: { characters: '𒂗 𒃶', count: 2 },
    }));
});
