import { type OlderEncoding, readTable } from './read-table';

const file = (...parts: (string | number[])[]) => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  return {
    arrayBuffer: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
  } as Blob;
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
  ])('with %s is read', async (_, given) => expect(await readTable(given)).toEqual({ rows, assumed: null }));

  it('leaves out rows in which nothing stands', async () => {
    const given = file('E-mail;Cognome\r\n;\r\n\r\na@x.example;\r\n ; \r\n');
    expect((await readTable(given)).rows).toEqual([
      ['E-mail', 'Cognome'],
      ['a@x.example', ''],
    ]);
  });

  it('is not read where a quote opens and never closes: what follows would vanish in one cell', async () => {
    await expect(readTable(file('E-mail;Nome\na@x.example;"Ana\nb@x.example;Ivo\n'))).rejects.toThrow('Quote');
  });

  it('as older programs save it is read as it is in Western Europe, and it says so', async () => {
    const read = [
      ['E-mail', 'Nome'],
      ['a@x.example', 'José€'],
    ];
    expect(await readTable(file(windows1252))).toEqual({ rows: read, assumed: 'windows-1252' });
  });

  it.each<[OlderEncoding, number[], string]>([
    ['windows-1250', [0x4b, 0x6f, 0x76, 0x61, 0xe8], 'Kovač'],
    [
      'windows-1250',
      [0xa3, 0x75, 0x6b, 0x61, 0x73, 0x69, 0x65, 0x77, 0x69, 0x63, 0x7a, 0x20, 0x8e, 0x9e],
      'Łukasiewicz Žž',
    ],
    ['windows-1251', [0xc8, 0xe2, 0xe0, 0xed], 'Иван'],
    ['windows-1254', [0xdd, 0x70, 0x65, 0x6b, 0xe7, 0x69, 0xf0], 'İpekçiğ'.normalize()],
  ])('is read in %s where somebody says so', async (encoding, bytes, name) => {
    const given = file('E-mail;Nome\na@x.example;', bytes);
    expect(await readTable(given, encoding)).toEqual({
      rows: [
        ['E-mail', 'Nome'],
        ['a@x.example', name],
      ],
      assumed: encoding,
    });
  });
});
