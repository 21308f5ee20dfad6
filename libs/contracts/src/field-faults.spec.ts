import * as z from 'zod/mini';
import { faultsOf } from './field-faults';
import { day, emailAddress, line, paragraph } from './shapes';

const body = z.object({
  name: line(5),
  note: z.optional(paragraph(5)),
  email: emailAddress,
  on: day,
  places: z.int().check(z.minimum(1), z.maximum(9)),
  colour: z.enum(['red', 'blue']),
  rows: z.array(z.object({ text: line().check(z.minLength(3)) })).check(z.maxLength(1)),
});
const right = { name: 'Ana', email: 'ana@example.org', on: '2026-11-26', places: 3, colour: 'red', rows: [] };

const found = (change: Record<string, unknown>) => {
  const value = { ...right, ...change };
  const { error } = z.safeParse(body, value);
  return error ? faultsOf(error, value) : [];
};

describe('what a shape finds wrong with a field', () => {
  it.each<[Record<string, unknown>, string, string, Record<string, number> | undefined]>([
    [{ name: '' }, 'name', 'missing', undefined],
    [{ name: '   ' }, 'name', 'missing', undefined],
    [{ name: undefined }, 'name', 'missing', undefined],
    [{ email: '' }, 'email', 'missing', undefined],
    [{ on: '' }, 'on', 'missing', undefined],
    [{ colour: '' }, 'colour', 'missing', undefined],
    [{ places: null }, 'places', 'missing', undefined],
    [{ name: 'Anastasia' }, 'name', 'too-long', { most: 5 }],
    [{ note: 'Too long' }, 'note', 'too-long', { most: 5 }],
    // What is too long is looked through no further.
    [{ name: 'A\u202e'.repeat(3) }, 'name', 'too-long', { most: 5 }],
    [{ note: 'A\u202e'.repeat(3) }, 'note', 'too-long', { most: 5 }],
    [{ email: `ana@${'\u0378'.repeat(400)}` }, 'email', 'too-long', { most: 320 }],
    [{ name: 'A\u202ena' }, 'name', 'hidden-characters', undefined],
    [{ email: 'ana' }, 'email', 'not-an-address', undefined],
    [{ on: '2026-02-30' }, 'on', 'no-such-day', undefined],
    [{ places: 0 }, 'places', 'too-small', { least: 1 }],
    [{ places: 10 }, 'places', 'too-big', { most: 9 }],
    [{ places: 1.5 }, 'places', 'not-whole', undefined],
    [{ places: 'three' }, 'places', 'not-valid', undefined],
    [{ colour: 'green' }, 'colour', 'not-possible', undefined],
    [{ rows: [{ text: 'ab' }] }, 'rows.0.text', 'too-short', { least: 3 }],
    [{ rows: [{ text: 'abc' }, { text: 'abc' }] }, 'rows', 'too-many-rows', { most: 1 }],
  ])('%j', (change, path, reason, numbers) => {
    expect(found(change)).toEqual([{ path, reason, ...(numbers && { numbers }) }]);
  });

  it('finds nothing wrong with what can be sent', () => {
    expect(found({})).toEqual([]);
  });
});
