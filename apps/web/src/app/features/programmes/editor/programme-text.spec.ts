import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import en from '../../../../../../../libs/language/en/programmes.json';
import type { JsonSchema } from './json-schema';
import { editedParts, partsOfFile } from './parts-of-file';
import { ProgrammeText } from './programme-text';
import { emptyOf, type Shape, shapeOfFile } from './shape';

const programmes = join(__dirname, '../../../../../../../programmes');
const demo = readFileSync(join(programmes, 'credential-evaluators.yaml'), 'utf8');
const schema = JSON.parse(readFileSync(join(programmes, 'programme.schema.json'), 'utf8')) as JsonSchema;
const file = shapeOfFile(schema);
const edited = (change: (text: ProgrammeText) => void) => {
  const text = new ProgrammeText();
  text.open(demo);
  change(text);
  return text;
};

describe('a programme file that is changed part by part', () => {
  it('changes that part only: comments, order and lines of all others stay', () => {
    const text = edited((it) => it.set(['months'], 5));
    const [before, after] = [demo.split('\n'), text.text().split('\n')];
    expect(after).toContain('months: 5');
    expect(after).toContain('# yaml-language-server: $schema=programme.schema.json');
    expect(after).toContain('# What the source does not say and was written for this file; screens mark it.');
    expect(parse(text.text())).toEqual({ ...parse(demo), months: 5 });
    // Long lines may be folded anew, nothing else.
    expect(after.filter((line) => line.includes(': {')).length).toBe(
      before.filter((line) => line.includes(': {')).length,
    );
  });

  it('adds, moves and removes items of lists, and parts that were not there', () => {
    const text = edited((it) => {
      it.append(['outcomes'], { id: 'new', text: { en: 'New: "one" #1', it: 'Nuovo' } });
      it.move(['outcomes'], 8, 0);
      it.remove(['outcomes', 1]);
      it.set(['certificate', 'place', 'en'], 'Rome');
      it.append(['survey', 'questions', 0, 'more'], 1);
    });
    const content = parse(text.text());
    expect(content.outcomes.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual(['new', 'education-systems']);
    expect(content.outcomes[0].text.en).toBe('New: "one" #1');
    expect(content.certificate.place).toEqual({ en: 'Rome' });
    expect(content.survey.questions[0].more).toEqual([1]);
  });

  it('takes a part that was written by hand, and refuses what is no YAML', () => {
    const text = edited((it) => {
      expect(it.setYaml(['attendance'], 'excusedCounts: true # agreed\nlateCountsMinutes: false\n')).toBe(true);
      expect(it.setYaml(['completion'], 'modules: { numbers: [1')).toBe(false);
      expect(it.setYaml(['survey'], '')).toBe(true);
    });
    expect(text.text()).toContain('# agreed');
    expect(parse(text.text())).not.toHaveProperty('survey');
    expect(parse(text.text())).toMatchObject({
      attendance: { excusedCounts: true },
      completion: { surveyAnswered: false },
    });
  });
});

describe('a text that is no programme file', () => {
  const swelling = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]', ...'bcd'].map((one, at) =>
    at
      ? `${one}: &${one} [${Array(10)
          .fill(`*${'abc'[at - 1]}`)
          .join(', ')}]`
      : one,
  );
  it.each([
    ['broken', 'title: { en: "A'],
    ['a list', '- slug: a\n'],
    ['words', 'Dear colleague'],
    ['aliases of aliases', swelling.join('\n')],
  ])('is not opened: %s', (_, text) => {
    const open = edited((it) => {
      expect(it.open(text)).toBe(false);
      it.set(['months'], 5);
    });
    expect(parse(open.text())).toEqual({ ...parse(demo), months: 5 });
  });

  it('is not taken as a part either', () => {
    const open = edited((it) => expect(it.setYaml(['attendance'], swelling.join('\n'))).toBe(false));
    expect(open.text()).toBe(demo);
  });
});

describe('the fields of the editor', () => {
  const fields = file.kind === 'group' ? file.fields : [];

  it('are those of the schema, each part of a file in one place', () => {
    const placed = partsOfFile.flatMap(({ parts }) => parts);
    expect([...placed].sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it('have words, as far as they are not written by hand', () => {
    const names = (shape: Shape): string[] =>
      shape.kind === 'group'
        ? shape.fields.flatMap(({ name, shape: field }) => [name, ...names(field)])
        : shape.kind === 'list'
          ? names(shape.item)
          : [];
    const used = fields
      .filter(({ name }) => editedParts.has(name))
      .flatMap(({ name, shape }) => [name, ...names(shape)]);
    expect(used.filter((name) => !(name in en.editor.fields))).toEqual([]);
  });

  it('begin with what the schema asks for', () => {
    const module = fields.find(({ name }) => name === 'modules')?.shape;
    expect(module?.kind === 'list' && emptyOf(module.item, ['en', 'it'])).toMatchObject({
      number: 0,
      title: { en: '', it: '' },
      mode: 'online',
      minutes: { contact: 0, 'self-study': 0, project: 0 },
    });
  });
});
