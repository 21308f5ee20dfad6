import { asCsv, asXlsx, inert, type Sheet } from './sheet';
import { SheetWriter } from './sheet-writer';
import { unzipped } from '../../testing/unzipped';

const hostile = [
  '=HYPERLINK("http://evil.example","Click")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '−1+1',
  '%0A=1',
  '|calc',
  '\u0000=1+1',
  '\u0007=1+1',
];
const harmless = ['Željka Šimić', 'a=b', 'O’Neill, Ann "Nan"', 'two\nlines', '😀', 'שלום', '<b>&amp;</b>', '1-2', ''];

const sheet = (...texts: string[]): Sheet => ({
  name: 'People',
  columns: [
    { heading: 'Name', width: 20 },
    { heading: 'Count', width: 8 },
    { heading: 'When', width: 16 },
  ],
  rows: texts.map((text) => [text, 3, { local: '2026-11-23T14:30' }]),
});

describe('a table for spreadsheets', () => {
  it.each(hostile)('holds %j as text', (text) => {
    expect(inert(text)[0]).toBe("'");
    expect(asCsv(sheet(text)).toString().split('\r\n')[1]).toMatch(/^"?'/);
  });

  it.each(harmless)('leaves %j as it is', (text) => expect(inert(text)).toBe(text));

  it('is RFC 4180 in UTF-8 with its mark', () => {
    const csv = asCsv(sheet('O’Neill, Ann "Nan"', 'two\nlines')).toString();
    expect(csv).toBe(
      '\ufeffName,Count,When\r\n"O’Neill, Ann ""Nan""",3,2026-11-23 14:30\r\n"two\nlines",3,2026-11-23 14:30\r\n',
    );
  });

  it('has text cells, real numbers and real moments, and no formula in XLSX', async () => {
    const parts = unzipped(await asXlsx(sheet(...hostile, ...harmless, '\ud800', 'a\u000bb')));
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const texts = parts.get('xl/sharedStrings.xml') ?? '';
    expect(xml).not.toContain('<f');
    expect(
      [...xml.matchAll(/<c r="A\d+"[^>]*t="(\w+)"/g)].every(([, type]) => type === 's' || type === 'inlineStr'),
    ).toBe(true);
    expect(xml).toMatch(/<c r="B2"[^>]*><v>3<\/v>/);
    // 23 November 2026, 14:30, as days since 1900.
    expect(Number(/<c r="C2"[^>]*><v>([\d.]+)<\/v>/.exec(xml)?.[1])).toBeCloseTo(46349.604166, 4);
    const all = texts + xml;
    expect(all).toMatch(/(?:'|&apos;)=HYPERLINK\((?:"|&quot;)http:\/\/evil\.example/);
    expect(all).toContain('Željka Šimić');
    expect(all).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(all).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    for (const part of parts.values()) expect(wellFormed(part)).toBe(true);
  });
});

describe('the writer of tables', () => {
  const writer = new SheetWriter();
  afterAll(() => writer.onApplicationShutdown());
  const table = sheet(...Array.from({ length: 5000 }, (_, number) => `Participant ${number}`));

  it.each<['csv' | 'xlsx', (made: Buffer) => string]>([
    ['csv', (made) => made.toString()],
    ['xlsx', (made) => [...unzipped(made).values()].join('')],
  ])('makes a long %s elsewhere, while this process does something else', async (format, textOf) => {
    let turns = 0;
    const somethingElse = setInterval(() => (turns += 1), 1);
    const made = await writer.write(format, table);
    clearInterval(somethingElse);
    // There would be hardly any if this process made the table itself.
    expect(turns).toBeGreaterThan(20);
    expect(textOf(made)).toContain('Participant 4999');
  });
});

/** A rough check: every tag that opens closes. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closes, name, , empty] of xml.matchAll(/<(\/)?([A-Za-z:][\w:.-]*)((?:\s[^<>]*?)?)(\/)?>/g)) {
    if (closes) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name as string);
  }
  return open.length === 0;
}
