import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer';
import { YamlReader } from '../../platform/yaml/yaml-reader';
import { ProgrammeChecker } from './programme-checker';

const folder = join(__dirname, '../../../../../programmes');
const file = (name: string) => readFileSync(join(folder, `${name}.yaml`), 'utf8');
const demo = file('automatic-recognition');

const [yaml, renderer] = [new YamlReader(), new PdfRenderer()];
const checker = new ProgrammeChecker(yaml, renderer);
afterAll(() => Promise.all([yaml, renderer].map((one) => one.onApplicationShutdown())));

/** The faults of a text as `line:column code`. */
async function faultsIn(text: string): Promise<string[]> {
  const checked = await checker.check(text);
  return 'faults' in checked
    ? checked.faults.map(({ line, column, refused }) => `${line}:${column} ${refused.replace('programmes.', '')}`)
    : [];
}
/** The line of the demo's file that starts with a text. */
const lineOf = (start: string) => demo.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1;

/** The demo with two briefs: its own, and the same with these changes. */
const twoBriefs = (text: string, id: string, changed: (brief: string) => string = (brief) => brief) =>
  text.replace(/^projectWork:\n([^]*?)(?=\ncompletion:)/m, (_, brief: string) => {
    const item = (text: string) => text.replace(/^ {2}/gm, '    ').replace(/^ {4}/, '  - ');
    return `projectWork:\n${item(brief)}\n${item(`  id: ${id}\n${changed(brief)}`)}`;
  });

/** The demo, wholly online. */
const online = (text: string) =>
  text.replaceAll('mode: in-presence', 'mode: online').replace('participation: blended', 'participation: online');

describe('the check of a programme file', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
    'takes %s, which comes with the product',
    async (name) => {
      expect(await faultsIn(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
    },
  );

  it('takes the whole small file of the page that explains the format', async () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(await faultsIn(/## A whole small file[^]*?```yaml\n([^]*?)```/.exec(page)?.[1] ?? '')).toEqual([]);
  });

  it('takes the form of that page', async () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    const shown = /```yaml\n(form:[^]*?)```/.exec(page)?.[1] ?? '';
    const indented = shown
      .split('\n')
      .map((line) => line && `  ${line}`)
      .join('\n');
    expect(await faultsIn(demo.replace(/ {2}form:\n[^]*?(?=\nattendance)/, indented))).toEqual([]);
    expect(
      await faultsIn(demo.replace(/ {2}form:\n[^]*?(?=\nattendance)/, indented.replace('is: [academic]', 'is: [law]'))),
    ).toHaveLength(1);
  });

  it('gives the definition with its defaults', async () => {
    const checked = await checker.check(demo.replace('  offerDays: 7\n', ''));
    expect(checked).toMatchObject({ definition: { slug: 'automatic-recognition', admission: { offerDays: 7 } } });
  });

  it('takes several briefs in place of one', async () => {
    const checked = await checker.check(twoBriefs(demo, 'report'));
    expect(checked).toMatchObject({
      definition: { projectWork: [{ title: { en: expect.any(String) } }, { id: 'report' }] },
    });
  });

  it.each<[string, string, string[]]>([
    [
      'a fault inside of the second',
      twoBriefs(demo, 'report', (it) => it.replace('by: group', 'by: nobody')),
      ['not-one-of'],
    ],
    ['an unknown field of the second', twoBriefs(demo, 'report', (it) => `${it}\n  colour: red`), ['unknown-field']],
    ['a name that is no name', twoBriefs(demo, 'Report'), ['wrong-form']],
    ['two of one name', twoBriefs(demo, 'project-work'), ['repeated-id']],
    ['no brief at all', demo.replace(/^projectWork:\n([^]*?)(?=\ncompletion:)/m, 'projectWork: []'), ['too-little']],
    ['a word', demo.replace(/^projectWork:\n([^]*?)(?=\ncompletion:)/m, 'projectWork: essay'), ['wrong-kind']],
  ])('explains what is wrong with several briefs: %s', async (_, text, codes) => {
    const found = await faultsIn(text);
    expect([...new Set(found.map((fault) => fault.split(' ')[1]))]).toEqual(expect.arrayContaining(codes));
    expect(found.every((fault) => !fault.startsWith('1:'))).toBe(true);
  });

  it('asks for no attendance in presence where every module is online and the file says nothing', async () => {
    expect(await faultsIn(online(demo).replace('  inPresencePercent: 80\n', ''))).toEqual([]);
  });

  it.each<[string, (text: string) => string, string[]]>([
    [
      'hours outside the credits',
      (text) => text.replace('hours: 125', 'hours: 124'),
      [`${lineOf('hours: 125')}:10 hours-per-credit`, `${lineOf('modules:')}:1 modules-do-not-sum`],
    ],
    [
      'a missing element of Annex I',
      (text) => text.replace(/qualityAssurance:\n[^]*?(?=stackability)/, '').replace('  - qualityAssurance\n', ''),
      ['3:1 annex-one-missing'],
    ],
    ['a level left out', (text) => text.replace('  eqf: 7\n', ''), [`${lineOf('level:')}:1 annex-one-missing`]],
    [
      'an unknown field',
      (text) => text.replace('months: 1\n', 'months: 1\nfee: 100\n'),
      [`${lineOf('months:') + 1}:1 unknown-field`],
    ],
    [
      'a word that is none of the choices',
      (text) => text.replace('mode: online', 'mode: remote'),
      [`${lineOf('mode: online')}:11 not-one-of`],
    ],
    [
      'an unknown pre-check',
      (text) => text.replace('about: eqf-level', 'about: age'),
      [`${lineOf('preCheck: { about: eqf-level')}:26 not-one-of`],
    ],
    [
      'a text where a number belongs',
      (text) => text.replace('months: 1\n', 'months: one\n'),
      [`${lineOf('months:')}:9 wrong-kind`],
    ],
    [
      'half a minute',
      (text) => text.replace('contact: 480', 'contact: 480.5'),
      [`${lineOf('minutes: { contact: 480')}:25 wrong-kind`],
    ],
    [
      'a country by its name',
      (text) => text.replace('country: IT', 'country: Italy'),
      [`${lineOf('country: IT')}:14 wrong-form`],
    ],
    [
      'an outcome without Italian',
      (text) => text.replace(/ {6}it: Spiegare.*\n/, ''),
      [`${lineOf('en: Explain') - 1}:5 missing-language`],
    ],
    [
      'attendance in presence of an online programme',
      online,
      [`${lineOf('inPresencePercent')}:22 nothing-in-presence`],
    ],
    [
      'a module of project work only, in another module than the project work’s',
      (text) =>
        text.replace('{ contact: 480, self-study: 960, project: 0 }', '{ contact: 480, self-study: 0, project: 960 }'),
      [`${lineOf('modules: { numbers')}:24 module-out-of-reach`],
    ],
    ['a key given twice', (text) => `${text}\nmonths: 2\n`, [`${demo.split('\n').length + 1}:1 repeated-key`]],
    [
      'an anchor',
      (text) => text.replace('it: CIMEA', 'it: x').replace('- name: APICE', '- name: *x'),
      [`${lineOf('- name: APICE')}:11 alias`],
    ],
    [
      'a plain text where one in each language belongs',
      (text) => text.replace(/^aim:\n[^]*?(?=\naudience)/m, 'aim: Recognition'),
      [`${lineOf('aim:')}:6 plain-text`],
    ],
    [
      'a text in one language',
      (text) => text.replace(/^(title:\n {2}en: .*\n) {2}it: .*\n/m, '$1'),
      [`${lineOf('title:')}:1 missing-language`],
    ],
    [
      'a degree of cooperation in words',
      (text) => text.replace('cooperation: 2', 'cooperation: high'),
      [`${lineOf('cooperation: 2')}:18 degree-in-words`],
    ],
    [
      'a register that counts nothing',
      (text) => text.replace('\nadmission:', '\ncertificate: { register: CIMEA }\nadmission:'),
      [`${lineOf('admission:')}:26 wrong-form`],
    ],
    [
      'a colon within braces',
      (text) => text.replace('en: Evidence, it: Fondamento', 'en: Evidence: cases, it: Fondamento'),
      [`${lineOf('title: { en: Evidence')}:20 colon-in-text`],
    ],
    [
      'a colon in a text without quotes',
      (text) => text.replace('en: Workshop', 'en: Workshop: two'),
      [`${lineOf('en: Workshop')}:11 colon-in-text`],
    ],
    ['a tab', () => 'slug: a\n\tb: c', ['2:1 not-yaml']],
    ['an empty file', () => '', ['1:1 not-a-programme']],
    ['a list', () => '- a', ['1:1 not-a-programme']],
  ])('places %s', async (_, spoil, expected) => {
    const faults = await faultsIn(spoil(demo));
    expect(faults).toEqual(expected);
  });

  it('names all faults in one pass, in the order of the file', async () => {
    const text = demo
      .replace('ects: 5', 'ects: 4')
      .replace('mode: online', 'mode: remote')
      .replace(/^audience:/m, 'public:');
    expect(await faultsIn(text)).toEqual([
      '3:1 missing',
      `${lineOf('audience:')}:1 unknown-field`,
      `${lineOf('hours:')}:10 hours-per-credit`,
      `${lineOf('mode:')}:11 not-one-of`,
    ]);
  });

  it('says a missing element once', async () => {
    expect((await faultsIn('slug: a\nawardingBodies: []\n')).filter((fault) => fault.startsWith('2:'))).toEqual([
      '2:1 annex-one-missing',
    ]);
  });
});

describe('a file that is meant to keep the process busy', () => {
  const room = 79_000;
  const filled = (unit: (number: number) => string) => {
    let text = '';
    for (let number = 0; text.length < room; number += 1) text += unit(number);
    return text.slice(0, room);
  };

  it.each([
    ['many keys', filled((number) => `k${number}: 1\n`)],
    ['many keys in one line', `{${filled((number) => `k${number}: 1, `)}`],
    ['one key many times', filled(() => 'slug: a\n')],
    ['lists within lists', '['.repeat(room)],
    ['maps within maps', '{a: '.repeat(room / 4)],
    ['quotes', '"'.repeat(room)],
    ['anchors that are all used', `- &a x\n${filled(() => '- *a\n')}`],
    ['a fault in each line', filled(() => 'a: b: c\n')],
    ['more outcomes than anything has', `outcomes:\n${filled((number) => ` - id: o${number}\n`)}`],
  ])('%s: is answered with few faults, and keeps no request waiting', async (_, text) => {
    const before = process.cpuUsage();
    const checked = await checker.check(text);
    const { user } = process.cpuUsage(before);
    expect('faults' in checked && checked.faults.length).toBeLessThanOrEqual(100);
    // The result of votes and findings: the record of a ruling.
    expect(user / 1_000_000).toBeLessThan(1);
  });

  it('is not parsed at all where it is too long', async () => {
    const checked = await checker.check(`slug: a\n${'[{'.repeat(room)}`);
    expect(checked).toMatchObject({ faults: [{ refused: 'programmes.too-large', line: 1, column: 1 }] });
  });
});
