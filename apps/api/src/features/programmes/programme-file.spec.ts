import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgrammeBrief, ProgrammeDefinition } from '@libretto/contracts';
import { yamlOf } from '../../platform/yaml/write-yaml';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer';
import { YamlReader } from '../../platform/yaml/yaml-reader';
import { ProgrammeChecker } from './programme-checker';
import { fileOf, isTooLarge, mostBytes, mostBytesOfText } from './programme-file';

const demo = readFileSync(join(__dirname, '../../../../../programmes/automatic-recognition.yaml'), 'utf8');
const [yaml, renderer] = [new YamlReader(), new PdfRenderer()];
const checker = new ProgrammeChecker(yaml, renderer);
afterAll(() => Promise.all([yaml, renderer].map((one) => one.onApplicationShutdown())));

const levels = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, points) => ({ id, title: { en: id, it: id }, points }));
const rows = (words: string) =>
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((id) => ({
    id,
    title: { en: id, it: id },
    description: { en: words, it: words },
    levels,
  }));

/** The demo's programme with briefs of such rubrics, as many as it may have, and filled up to the last byte. */
async function largest(words: string): Promise<ProgrammeDefinition> {
  const checked = await checker.check(demo);
  if ('faults' in checked) throw new Error('The demo has no fault.');
  const { definition } = checked;
  const [first] = [definition.projectWork].flat() as [ProgrammeBrief];
  const briefs: ProgrammeBrief[] = [];
  const withBriefs = () => ({ ...definition, projectWork: briefs.length > 0 ? [...briefs] : first });
  for (let number = 1; number <= 12; number += 1) {
    const { id: _, weight: __, ...usual } = first;
    briefs.push({ ...usual, id: `b${number}`, rubric: rows(words), brief: { en: 'x', it: 'x' } } as ProgrammeBrief);
    if (!isTooLarge(withBriefs())) continue;
    briefs.pop();
    break;
  }
  const left = () => mostBytes - Buffer.byteLength(JSON.stringify(withBriefs()));
  for (const one of briefs)
    for (const language of ['en', 'it'])
      one.brief = { ...one.brief, [language]: 'x'.repeat(Math.min(2000, left() + 1)) };
  return withBriefs();
}

const schema = 'https://courses.example/api/programme.schema.json';

describe('a programme as a file', () => {
  it.each([
    ['deep lists of short words', 'x'],
    ['words that YAML has to quote', '#: no'],
    ['words of three bytes a letter', 'ア'.repeat(9)],
  ])('is taken again, however large, of %s', async (_, words) => {
    const definition = await largest(words);
    expect(Buffer.byteLength(JSON.stringify(definition))).toBe(mostBytes);
    const file = fileOf(definition, schema);
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(mostBytesOfText);
    expect(await checker.check(file)).toEqual({ definition });
  });

  it('has a line for each thing where there is room', async () => {
    const checked = await checker.check(demo);
    if ('faults' in checked) throw new Error('The demo has no fault.');
    expect(fileOf(checked.definition, schema)).toBe(
      `# yaml-language-server: $schema=${schema}\n${yamlOf(checked.definition)}`,
    );
    expect(Buffer.byteLength(yamlOf(await largest('x')))).toBeGreaterThan(mostBytesOfText);
  });
});
