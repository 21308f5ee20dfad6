import { plain } from './plain';

describe('a plain text', () => {
  it.each([
    ['Inês  Sá', 'ines sa'],
    ['ĐURIĆ', 'duric'],
    ['Łódź', 'lodz'],
    ['Universität Straße', 'universitat strasse'],
    ['Søren Ærø', 'soren aero'],
    ['  Ana\tKovač\n', 'ana kovac'],
    ['İstanbul', 'istanbul'],
    ["%' OR 1=1 --", "%' or 1=1 --"],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(plain(text)).toBe(expected));

  it('is plain already', () => expect(plain(plain('Kovačević-Đurić'))).toBe(plain('Kovačević-Đurić')));
});
