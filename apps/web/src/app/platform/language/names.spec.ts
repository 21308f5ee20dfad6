import { countriesIn, languagesIn, nameOf } from './names';

describe('names of countries and languages', () => {
  it.each(['AF', 'ER', 'YE', 'PW', 'AX', 'XK'])('know %s by a name, in the reader’s language', (code) => {
    for (const reading of ['en', 'it']) {
      const named = countriesIn(reading).find((one) => one.code === code);
      expect(named?.name).not.toBe(code);
      expect(named?.name).toBe(new Intl.DisplayNames(reading, { type: 'region' }).of(code));
    }
  });

  it.each(['ti', 'dz', 'ps', 'om', 'rn'])('know the language %s', (code) => {
    expect(languagesIn('en').map((one) => one.code)).toContain(code);
  });

  it('are sorted as the reader sorts, and made once', () => {
    const codes = countriesIn('it').map(({ code }) => code);
    expect(codes.indexOf('DE')).toBeGreaterThan(codes.indexOf('GE'));
    expect(countriesIn('it')).toBe(countriesIn('it'));
  });

  it('keep the name of the standard where the browser has none', () => {
    const of = jest.spyOn(Intl.DisplayNames.prototype, 'of').mockReturnValue(undefined);
    expect([nameOf('en', 'language', 'dz'), nameOf('en', 'language', 'qq')]).toEqual(['Dzongkha', 'qq']);
    of.mockRestore();
  });
});
