import * as z from 'zod/mini';
import { country, countryCodes, language, languageCodes } from './codes';

describe('codes', () => {
  it('are all of ISO 3166-1 with Kosovo, and of ISO 639-1', () => {
    expect(countryCodes).toHaveLength(250);
    expect(languageCodes.length).toBe(183);
  });

  it.each(['AF', 'ER', 'YE', 'XK', 'TL'])('take the country %s', (code) =>
    expect(z.safeParse(country, code).success).toBe(true),
  );
  it.each(['ZZ', 'EU', 'it', 'Italy', 'XX', ''])('take no country %p', (code) =>
    expect(z.safeParse(country, code).error?.issues).toHaveLength(1),
  );
  it.each(['ti', 'am', 'ps', 'dz'])('take the language %s', (code) =>
    expect(z.safeParse(language, code).success).toBe(true),
  );
  it.each(['xx', 'IT', 'ita'])('take no language %p', (code) =>
    expect(z.safeParse(language, code).error?.issues).toHaveLength(1),
  );
});
