import { readTable } from './read-table';

const file = (...parts: (string | number[])[]) => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  return { arrayBuffer: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) } as Blob;
};
const utf16 = (text: string) => [...Buffer.from(text, 'utf16le')];
const swapped = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];
const rows = [
  ['E-mail', 'Cognome'],
  ['ana@x.example', 'Kovač, "K"'],
];
const windows1252 = [...Buffer.from('E-mail;Nome\na@x.example;Jos', 'latin1'), 0xe9, 0x80];

describe('a file of people', () => {
  it.each([
    ['commas', file('E-mail,Cognome\nana@x.example,"Kovač, ""K"""\n')],
    ['semicolons and a mark', file([0xef, 0xbb, 0xbf], 'E-mail;Cognome\r\nana@x.example;"Kovač, ""K"""\r\n\r\n')],
    ['tabs in UTF-16 with a mark', file([0xff, 0xfe], utf16('E-mail\tCognome\nana@x.example\t"Kovač, ""K"""'))],
    ['the other UTF-16', file([0xfe, 0xff], swapped('E-mail\tCognome\nana@x.example\t"Kovač, ""K"""'))],
    ['UTF-16 without a mark', file(utf16('E-mail\tCognome\nana@x.example\t"Kovač, ""K"""'))],
    ['bars', file('E-mail|Cognome\nana@x.example|"Kovač, ""K"""')],
    ['a separator that it names', file('sep=^\r\nE-mail^Cognome\r\nana@x.example^"Kovač, ""K"""')],
  ])('with %s is read', async (_, given) => expect(await readTable(given)).toEqual(rows));

  it('as older Windows programs save it is read', async () => {
    expect(await readTable(file(windows1252))).toEqual([
      ['E-mail', 'Nome'],
      ['a@x.example', 'José€'],
    ]);
  });
});
