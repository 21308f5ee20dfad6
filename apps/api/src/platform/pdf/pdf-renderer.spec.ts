import { sayDirected } from './directed';
import { PdfRenderer } from './pdf-renderer';
import { Unprintable } from './unprintable';
import { seenInPdf, textOfPdf } from '../../testing/pdf-text';

const template = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "A letter", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: serif, lang: "en", fallback: false)
= A letter
#data.words
`;

describe('the press', () => {
  const renderer = new PdfRenderer();
  afterAll(() => renderer.onApplicationShutdown());

  it('prints the same bytes for the same data', async () => {
    const [once, again, other] = await Promise.all(
      ['Dear reader', 'Dear reader', 'Dear writer'].map((words) => renderer.print(template, { words })),
    );
    expect(once?.equals(again as Buffer)).toBe(true);
    expect(once?.equals(other as Buffer)).toBe(false);
  });

  it.each([
    '#panic("x") #read("/etc/passwd")',
    '/ term: *strong* _weak_ $x^2$ `code` = heading',
    '<script>alert(1)</script> " \\ #{1+1} </text>',
    '\u0000\u001b]8;;x',
  ])('prints what a person typed as text: %j', async (words) => {
    const text = await textOfPdf(await renderer.print(template, { words }));
    expect(text.replace(/\s/g, '')).toContain(words.replace(/[\s\u0000-\u001f]/g, ''));
  });

  it('prints half of a sign as a sign that is none', async () => {
    expect(await textOfPdf(await renderer.print(template, { words: 'a\ud800b' }))).toMatch(/a \S b/);
  });

  it.each(['𒀀', '🙈'])('prints what no font has where a box is better than no document: %s', async (words) => {
    await expect(renderer.print(template, { words })).rejects.toThrow(Unprintable);
    await expect(renderer.printWhateverItSays(template, { words })).resolves.toBeInstanceOf(Buffer);
    await expect(renderer.printWhateverItSays('#nothing-of-this-name', {})).rejects.toThrow('unknown variable');
  });

  it.each([
    ['Ana Kovač', []],
    ['محمد 王伟 ნინო', []],
    ['Enheduanna 𒂗𒃶, 𒂗', ['𒂗', '𒃶']],
    ['Ana 🙈', ['🙈']],
    ['private \ue000, unassigned \u0378', ['\ue000', '\u0378']],
    ['a quote " and \\ of a template #{', []],
  ])('says which characters no font has: %s', async (words, characters) => {
    expect(await renderer.unprintable(['Ana', words])).toEqual(characters);
  });

  it('keeps names that run from right to left in their places, and the full stop of such a line at its own end', async () => {
    const say = sayDirected((_, { one, other } = {}) => `Hosts: ${one}, ${other}: 3.`);
    const [, sentence, alone] = await seenInPdf(
      await renderer.print(
        template.replace('#data.words', '#data.words.split("\\n").map(line => [#line]).join(linebreak())'),
        { words: `${say('admissions.desk.title', { one: 'محمد', other: 'דוד' })}\nדוד.` },
      ),
    );
    expect(sentence).toBe('Hosts: محمد , דוד : 3.');
    expect(alone).toBe('. דוד');
  });

  it('says what is wrong with a template and prints the next document', async () => {
    await expect(renderer.print('#nothing-of-this-name', {})).rejects.toThrow('unknown variable: nothing-of-this-name');
    await expect(renderer.print(template, { words: 'Here' })).resolves.toBeInstanceOf(Buffer);
  });
});
