import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmeSchema } from '@libretto/contracts';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';

const folder = join(__dirname, '../../../../../programmes');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const demo = readFileSync(join(folder, 'automatic-recognition.yaml'), 'utf8');

/** What an editor marks in a file: the places, and the keyword that each breaks. */
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(programmeSchema());
function markedIn(text: string): string[] {
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the schema of programme files for editors', () => {
  it('is the one that lies beside the files: `npm run programme -- schema > programmes/programme.schema.json`', () => {
    expect(JSON.parse(readFileSync(join(folder, 'programme.schema.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(programmeSchema())),
    );
  });

  it.each(files)('is named in the first line of %s, in which it marks nothing', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=programme.schema.json');
    expect(markedIn(text)).toEqual([]);
  });

  it.each([
    ['a field that is not there', demo.replace(/^months:/m, 'moths: 1\nmonths:'), ' additionalProperties'],
    ['a missing one', demo.replace(/^months:.*\n/m, ''), ' required'],
    ['a level that is none', demo.replace(/eqf: 7/, 'eqf: 9'), '/level/eqf maximum'],
    ['a missing language', demo.replace(/^( {2})it: Corso professionale.*\n/m, ''), '/title required'],
    [
      'a way to take part that is none',
      demo.replace(/^participation: .*/m, 'participation: at-night'),
      '/participation enum',
    ],
  ])('marks %s', (_, text, marked) => {
    expect(markedIn(text)).toContain(marked);
  });
});
