import * as fc from 'fast-check';
import { Refused } from '../refusals/refused';
import { type OrderAtHand, pageAfter } from './page-after';

interface Row {
  id: string;
  name: string;
  at: number | null;
}

const columns = { name: ({ name }: Row) => name, at: ({ at }: Row) => at };
const otherwise = ({ id }: Row) => [id];
const orders: OrderAtHand<Row>[] = [
  { otherwise },
  { otherwise, isOtherwiseDown: true },
  ...['name', '-name', 'at', '-at'].map((sort) => ({ sort, columns, otherwise })),
];

const manyRows = (length: number): Row[] =>
  Array.from({ length }, (_, number) => ({
    id: String(number).padStart(4, '0'),
    name: ['Žana', 'ana', 'Ana', 'Łukasz'][number % 4] ?? '',
    at: number % 3 ? number % 7 : null,
  }));

function everyPage(rows: readonly Row[], order: OrderAtHand<Row>): Row[] {
  const all: Row[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { shown, next } = pageAfter(rows, order, after);
    all.push(...shown);
    after = next ?? undefined;
    more = next !== null;
  }
  return all;
}

describe('a page of a list at hand', () => {
  it.each(orders)('leaves nothing out and shows nothing twice: %j', (order) => {
    const all = everyPage(manyRows(250), order);
    expect([all.length, new Set(all).size]).toEqual([250, 250]);
  });

  it('goes on where it was when rows have gone since, that of the key among them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.uniqueArray(fc.nat(249), { maxLength: 60 }), (order, gone) => {
        const rows = manyRows(250);
        const inOrder = everyPage(rows, order);
        const { next, shown } = pageAfter(rows, order);
        const last = shown.at(-1);
        const left = rows.filter((row, at) => row !== last && !gone.includes(at));
        const expected = inOrder.slice(100, 250).filter((row) => left.includes(row));
        expect(pageAfter(left, order, next ?? '').shown).toEqual(expected.slice(0, 100));
      }),
    );
  });

  it('ends where nothing is left behind its key', () => {
    const rows = manyRows(101);
    const { next } = pageAfter(rows, { otherwise });
    expect(pageAfter(rows.slice(0, 100), { otherwise }, next ?? '')).toEqual({ shown: [], next: null });
    expect(pageAfter([], { otherwise }, next ?? '')).toEqual({ shown: [], next: null });
  });

  it.each(['junk', '0099', '{"id":"0099"}', '[]', '["a","b"]', '[7]', '[["0099"]]', '[{}]'])(
    'refuses the key %j',
    (key) => {
      expect(() => pageAfter(manyRows(3), { otherwise }, key)).toThrow(Refused);
    },
  );
});
