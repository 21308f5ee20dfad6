import { PdfPress } from './pdf-press';
import { textOfPdf } from '../../testing/pdf-text';

const template = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "A letter", date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "Source Serif 4", lang: "en")
= A letter
#data.words
`;

describe('the press', () => {
  const press = new PdfPress();
  afterAll(() => press.onApplicationShutdown());

  it('prints the same bytes for the same data', async () => {
    const [once, again, other] = await Promise.all(
      ['Dear reader', 'Dear reader', 'Dear writer'].map((words) => press.print(template, { words })),
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
    const text = await textOfPdf(await press.print(template, { words }));
    expect(text.replace(/\s/g, '')).toContain(words.replace(/[\s\u0000-\u001f]/g, ''));
  });

  it('prints half of a sign as a sign that is none', async () => {
    expect(await textOfPdf(await press.print(template, { words: 'a\ud800b' }))).toMatch(/a \S b/);
  });

  it.each(['王伟', '🙈'])('prints what no font has where a box is better than no document: %s', async (words) => {
    await expect(press.print(template, { words })).rejects.toThrow('could not be displayed');
    await expect(press.printWhateverItSays(template, { words })).resolves.toBeInstanceOf(Buffer);
    await expect(press.printWhateverItSays('#nothing-of-this-name', {})).rejects.toThrow('unknown variable');
  });

  it('says what is wrong with a template and prints the next document', async () => {
    await expect(press.print('#nothing-of-this-name', {})).rejects.toThrow('unknown variable: nothing-of-this-name');
    await expect(press.print(template, { words: 'Here' })).resolves.toBeInstanceOf(Buffer);
  });
});
