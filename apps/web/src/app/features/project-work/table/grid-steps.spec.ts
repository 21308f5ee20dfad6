import { stepFrom } from './grid-steps';

const edges = { rows: 3, columns: 4 };
const key = (name: string) => ({
  key: name.replace(/^(Ctrl|Shift)\+/, ''),
  ctrlKey: name.startsWith('Ctrl+'),
  shiftKey: name.startsWith('Shift+'),
  metaKey: false,
});

describe('a key in the grid', () => {
  it.each<[string, [number, number], [number, number] | null]>([
    ['ArrowUp', [1, 1], [0, 1]],
    ['ArrowUp', [0, 1], [0, 1]],
    ['ArrowDown', [1, 1], [2, 1]],
    ['ArrowDown', [2, 1], [2, 1]],
    ['ArrowLeft', [1, 0], [1, -1]],
    ['ArrowLeft', [1, -1], [1, -1]],
    ['ArrowRight', [1, 3], [1, 3]],
    ['Ctrl+ArrowRight', [1, 0], [1, 3]],
    ['Home', [1, 2], [1, -1]],
    ['Ctrl+Home', [2, 2], [0, -1]],
    ['End', [1, 0], [1, 3]],
    ['Ctrl+End', [0, 0], [2, 3]],
    ['PageDown', [0, 2], [2, 2]],
    ['PageUp', [2, 2], [0, 2]],
    ['Tab', [0, 1], [0, 2]],
    ['Tab', [0, 3], [1, 0]],
    ['Tab', [2, 3], null],
    ['Shift+Tab', [1, 0], [0, 3]],
    ['Shift+Tab', [0, 0], null],
    ['a', [0, 0], null],
  ])('%s leads on from %j to %j', (name, [row, column], to) =>
    expect(stepFrom({ row, column }, key(name), edges)).toEqual(to && { row: to[0], column: to[1] }),
  );
});
