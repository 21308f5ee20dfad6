import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipArchive } from 'archiver';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { anInstitution } from './institution.builder';
import { Institution } from './institution.entity';
import { asRow } from './as-row';
import { ImportInstitutions } from './import-institutions';
import { institutionsIn, type RowFault } from './read-institutions';

const folder = mkdtempSync(join(tmpdir(), 'libretto-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function imported(app: TestApp, name: string, contents: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, contents);
  const faults: RowFault[] = [];
  const counts = await app.get(ImportInstitutions).run(institutionsIn(path, (fault) => faults.push(fault)));
  return { ...counts, faults: faults.map(({ row, why }) => `${row} ${why}`) };
}

const record = (id: string, name: string, more: object = {}) => ({
  id: `https://ror.org/${id}`,
  status: 'active',
  names: [
    { value: name, types: ['ror_display', 'label'], lang: 'en' },
    { value: `${name} alias`, types: ['alias'], lang: null },
  ],
  locations: [{ geonames_details: { country_code: 'ET', name: 'Mekelle' } }],
  links: [{ type: 'website', value: `http://www.${id}.example/` }],
  ...more,
});

describeOnEachDatabase('an import of institutions', (app) => {
  it.each([
    ['commas', 'Name,Country,Website', (...cells: string[]) => cells.map((cell) => `"${cell}"`).join(',')],
    [
      'semicolons, Italian heads and a byte order mark',
      '\ufeffNome;Paese;Sito web',
      (...cells: string[]) => cells.join(';'),
    ],
    ['tabs', 'institution\tcountry\turl', (...cells: string[]) => cells.join('\t')],
  ])(
    'takes a CSV with %s, says what is wrong row by row, and changes nothing the second time',
    async (how, head, row) => {
      const slug = how.slice(0, 4).trim();
      const csv = [
        head,
        row(`Ginevra ${slug}`, 'CH', `www.ginevra-${slug}.example`),
        row('', 'CH', ''),
        row(`Eritrea ${slug}`, 'Eritrea', ''),
        row(`Nowhere ${slug}`, 'Atlantis', ''),
        row(`GINEVRA  ${slug}`, 'CH', ''),
        row(`Script ${slug}`, 'CH', 'javascript:alert(1)'),
      ].join('\r\n');
      const first = await imported(app(), 'list.csv', csv);
      expect(first).toEqual({
        added: 2,
        changed: 0,
        unchanged: 1,
        faults: ['2 no-name', '4 unknown-country', '6 bad-website'],
      });
      expect(await imported(app(), 'list.csv', csv)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    },
  );

  it('takes the registry’s dump as it is handed out, in a zip, and of two schemas the newer', async () => {
    const zip = new ZipArchive();
    const bytes = buffer(zip);
    zip.append(
      JSON.stringify([
        { id: 'https://ror.org/0bbbbbb01', status: 'active', name: 'Asmara Old', country: { country_code: 'ER' } },
      ]),
      { name: 'v1.60-ror-data.json' },
    );
    zip.append(JSON.stringify([record('0bbbbbb02', 'Asmara New')]), { name: 'v1.60-ror-data_schema_v2.json' });
    zip.append('id,name', { name: 'v1.60-ror-data.csv' });
    await zip.finalize();
    expect(await imported(app(), 'dump.zip', await bytes)).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      faults: [],
    });
    expect(await app().rows(Institution, { rorId: '0bbbbbb02' })).toMatchObject([
      { name: 'Asmara New', country: 'ET' },
    ]);
  });

  it('takes the registry’s dump, keeps its ids, and finds by id, website and name what is there', async () => {
    // Somebody names another country's website as theirs: that institution's website stays.
    const claimed = asRow({ name: 'Foo', country: 'FR', website: 'https://0aaaaaa02.example' }, { state: 'proposed' });
    await app().build(Institution, claimed);
    const proposed = asRow(
      { name: 'Mekelle Univ.', country: 'ET', website: 'https://0aaaaaa01.example/en' },
      { state: 'proposed' },
    );
    await app().build(Institution, anInstitution({ name: 'Axum  Collège', country: 'ET' }), proposed);
    const dump = JSON.stringify([
      record('0aaaaaa01', 'Mekelle University'),
      record('0aaaaaa02', 'Axum College'),
      record('0aaaaaa03', 'Saint Mary’s Hospital', { links: [] }),
      record('0aaaaaa04', 'Saint Mary’s Hospital', { links: [] }),
      record('0aaaaaa05', 'Gone', { status: 'withdrawn' }),
      {
        id: 'https://ror.org/0aaaaaa06',
        name: 'Of schema 1',
        status: 'active',
        country: { country_code: 'ET' },
        links: ['http://one.example'],
        aliases: [],
        acronyms: ['OS1'],
        labels: [],
      },
    ]);
    expect(await imported(app(), 'ror.json', dump)).toEqual({
      added: 3,
      changed: 2,
      unchanged: 0,
      faults: ['5 not-active'],
    });
    expect(await imported(app(), 'ror.json', dump)).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
    expect(await app().rows(Institution, { id: proposed.id })).toMatchObject([
      {
        name: 'Mekelle University',
        names: expect.stringContaining('|mekelle univ.|'),
        rorId: '0aaaaaa01',
        state: 'confirmed',
      },
    ]);
    expect(await app().rows(Institution, { id: claimed.id })).toMatchObject([
      { name: 'Foo', rorId: null, state: 'proposed' },
    ]);
    expect(await app().rows(Institution, { rorId: '0aaaaaa06' })).toMatchObject([
      { name: 'Of schema 1', names: '|of schema 1|os1|' },
    ]);
  });

  it('leaves a name with whom it is, when a file says it of a website that somebody proposed', async () => {
    const proposed = asRow(
      { name: 'Addis Univ.', country: 'ET', website: 'https://addis.example' },
      { state: 'proposed' },
    );
    await app().build(
      Institution,
      proposed,
      asRow({ name: 'Addis University', country: 'ET' }, { state: 'confirmed' }),
    );
    const csv = 'name,country,website\nAddis University,ET,addis.example\nDebre Tabor,ET,';
    expect(await imported(app(), 'clash.csv', csv)).toMatchObject({ added: 1, faults: [] });
    expect(await app().rows(Institution, { id: proposed.id })).toMatchObject([
      { name: 'Addis Univ.', names: '|addis univ.|addis university|', state: 'confirmed' },
    ]);
  });

  it('leaves out what cannot be seen, and what is no domain', async () => {
    const csv = `name,country,domain\nUni \u202eevil,ET,\nZe\u0301ro,ET,@zero.example\nLong,ET,${'x'.repeat(300)}.example`;
    expect(await imported(app(), 'hidden.csv', csv)).toMatchObject({
      added: 1,
      faults: ['1 hidden-characters', '3 bad-domain'],
    });
    expect(await app().rows(Institution, { emailDomain: 'zero.example' })).toMatchObject([{ name: 'Zéro' }]);
  });

  it.each([
    ['Windows letters', Buffer.from('name,country\nUniversit\u00E0 Ovest,ET\n', 'latin1'), 'Università Ovest'],
    ['UTF-16', Buffer.from('\uFEFFname,country\nUniversità Sud,ET\n', 'utf16le'), 'Università Sud'],
    ['UTF-8 with its mark', '\uFEFFname,country\nUniversità Est,ET\n', 'Università Est'],
    ['a line for the separator', 'sep=;\r\nname;country\r\n"Uni; Nord";ET\r\n', 'Uni; Nord'],
    ['a heading over two lines', '"also\ncalled";"a,b,c,d";name;country\n;;Uni Centro;ET\n', 'Uni Centro'],
  ])('reads a CSV in or with %s', async (_, contents, name) => {
    expect(await imported(app(), 'spelled.csv', contents)).toMatchObject({ added: 1, faults: [] });
    expect(await app().rows(Institution, { name })).toHaveLength(1);
  });

  it.each([
    ['letters of no encoding', Buffer.from([...Buffer.from('name,country\nUni '), 0xff, 0x81, 0x8d, 0x0a]), 'no-text'],
    ['two columns of one name', 'name,country,Name\nA,ET,B\n', 'column-twice'],
  ])('says why it does not read %s', async (_, contents, why) => {
    await expect(imported(app(), 'unreadable.csv', contents)).rejects.toMatchObject({ why });
  });

  it('does not unpack what is larger than any registry', async () => {
    const zip = new ZipArchive();
    const whole = buffer(zip);
    zip.append('name,country\nA,ET\n', { name: 'list.csv' });
    await zip.finalize();
    const bytes = await whole;
    bytes.writeUInt32LE(2_000_000_000, bytes.indexOf('PK\u0001\u0002') + 24);
    await expect(imported(app(), 'bomb.zip', bytes)).rejects.toMatchObject({ why: 'too-big' });
  });

  it('shows a terminal nothing that it would act on', async () => {
    const path = join(folder, 'controls.csv');
    writeFileSync(path, `name,country,website\nUni Epsilon,ET,\u001b[2Jsite${'x'.repeat(100)}\n`);
    const found: string[] = [];
    for await (const _ of institutionsIn(path, (fault) => found.push(fault.found))) throw new Error('taken');
    expect(found).toEqual([`[2Jsite${'x'.repeat(53)}`]);
  });

  it('says which elements are no records', async () => {
    const file = JSON.stringify([null, 'x', { names: [null] }, { name: 5 }, record('0cccccc01', 'Whole')]);
    expect(await imported(app(), 'odd.json', file)).toMatchObject({
      added: 1,
      faults: ['1 no-record', '2 no-record', '3 no-record', '4 no-record'],
    });
  });

  it('takes neither turned names nor websites that seem to be others, and finds one that is spelled with what nobody sees', async () => {
    await app().build(Institution, asRow({ name: 'Uni Alfa', country: 'ET' }, { state: 'confirmed' }));
    const rows = [
      'Uni\u202EBeta,ET,',
      'Uni \u0000Beta,ET,',
      'Uni\u200BBeta,ET,',
      'Beta,ET,https://cimea.it@evil.example/',
      '"Ｕｎｉ  Ａｌｆａ",ET,',
      'Uni ﬁne,ET,',
      'Uni fine,ET,',
    ];
    const { faults, ...counts } = await imported(app(), 'turned.csv', `name,country,website\n${rows.join('\n')}\n`);
    expect(faults).toEqual(['1 hidden-characters', '2 hidden-characters', '3 hidden-characters', '4 bad-website']);
    expect(counts).toEqual({ added: 1, changed: 0, unchanged: 2 });
  });

  it('keeps what was read before a file breaks off', async () => {
    await expect(
      imported(app(), 'cut.json', `[${JSON.stringify(record('0bbbbbb01', 'Cut'))},{"id":`),
    ).rejects.toThrow();
  });
});
