import { yamlOf } from './write-yaml';
import { YamlReader } from './yaml-reader';

describe('the reader of YAML', () => {
  const yaml = new YamlReader();
  afterAll(() => yaml.onApplicationShutdown());

  it('gives what a text says, and where its parts stand', async () => {
    const text = 'title: Reading\nmodules:\n  - mode: online\n';
    expect(await yaml.read(text)).toEqual({ content: { title: 'Reading', modules: [{ mode: 'online' }] } });
    const parts = [
      { path: ['modules', 0, 'mode'], atKey: false },
      { path: ['modules', 0, 'mode'], atKey: true },
      { path: ['modules', 0, 'minutes', 'contact'], atKey: false },
    ];
    expect(await yaml.locate(text, parts)).toEqual([
      { line: 3, column: 11 },
      { line: 3, column: 5 },
      { line: 3, column: 5 },
    ]);
  });

  it('gives back every text that was written, which programs of YAML 1.1 take for texts too', async () => {
    const texts = ['NO', 'yes', '1.0', '010', '2026-11-27', '12:30', 'null', '~', '@home', 'key: value', '- item', ''];
    const more = ['# no', 'one\ntwo\n\n  three', 'one\u2028two\u0085three', ' around ', '%YAML', '---', '<<', 'x:'];
    const written = yamlOf({ texts: [...texts, ...more] });
    expect(await yaml.read(written)).toEqual({ content: { texts: [...texts, ...more] } });
    for (const text of ['NO', 'yes', '2026-11-27', '12:30']) expect(written).toContain(`- "${text}"\n`);
  });

  it('gives up a text that is too much work, and reads the next', async () => {
    const [tooMuch, next] = await Promise.all([yaml.read('- a\n'.repeat(3_000_000)), yaml.read('a: 1')]);
    expect([tooMuch, next]).toEqual([null, { content: { a: 1 } }]);
  });

  it('keeps no request waiting', async () => {
    const before = process.cpuUsage();
    await yaml.read('k: {a: [1, 2, 3]}\n'.repeat(4000));
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(0.3);
  });
});
