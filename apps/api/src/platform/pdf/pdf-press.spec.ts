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

  it('fails what was under way when its typesetter dies, and starts another', async () => {
    const { typesetter } = press as unknown as { typesetter: { process: { kill(signal: string): void } } };
    // Held first, so that it cannot be done before it dies.
    typesetter.process.kill('SIGSTOP');
    const lost = press.print(template, { words: 'Lost' });
    typesetter.process.kill('SIGKILL');
    await expect(lost).rejects.toThrow('The typesetter ended');
    await expect(press.print(template, { words: 'Found' })).resolves.toBeInstanceOf(Buffer);
  });

  it('lets a typesetter go after its share of documents', async () => {
    const { typesetter } = press as unknown as { typesetter: { taken: number } };
    typesetter.taken = 399;
    await press.print(template, { words: 'The last of this one' });
    expect((press as unknown as { typesetter: unknown }).typesetter).toBeUndefined();
    await expect(press.print(template, { words: 'The first of the next' })).resolves.toBeInstanceOf(Buffer);
  });
});
