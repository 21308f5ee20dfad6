import { sorted } from './sorted';

const rows = [
  { name: 'Émile', at: '2026-02-01' },
  { name: 'Zoë', at: null },
  { name: 'Ana', at: '2026-03-01' },
  { name: 'ana', at: '2026-01-01' },
];
const columns = { name: ({ name }: (typeof rows)[number]) => name, at: ({ at }: (typeof rows)[number]) => at };

describe('a list at hand', () => {
  it.each([
    [undefined, ['Émile', 'Zoë', 'Ana', 'ana']],
    ['unknown', ['Émile', 'Zoë', 'Ana', 'ana']],
    ['name', ['ana', 'Ana', 'Émile', 'Zoë']],
    ['-name', ['Zoë', 'Émile', 'Ana', 'ana']],
    ['at', ['ana', 'Émile', 'Ana', 'Zoë']],
    ['-at', ['Ana', 'Émile', 'ana', 'Zoë']],
  ])('sorted by %s', (sort, names) => {
    expect(sorted(rows, sort, columns).map(({ name }) => name)).toEqual(names);
  });
});
