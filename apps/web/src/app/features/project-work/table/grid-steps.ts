/** A cell of a grid; the column of its row headings is -1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const rowsOfAPage = 10;

/** Where a key leads from a cell, as in a spreadsheet; `null` where it leads nowhere, so that Tab leaves at the ends. */
export function stepFrom(
  { row, column }: Cell,
  { key, shiftKey, ctrlKey, metaKey }: Key,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | null {
  const isFar = ctrlKey || metaKey;
  const at = (toRow: number, toColumn: number): Cell => ({
    row: Math.min(Math.max(0, toRow), rows - 1),
    column: Math.min(Math.max(-1, toColumn), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return at(isFar ? 0 : row - 1, column);
    case 'ArrowDown':
      return at(isFar ? rows - 1 : row + 1, column);
    case 'ArrowLeft':
      return at(row, isFar ? -1 : column - 1);
    case 'ArrowRight':
      return at(row, isFar ? columns - 1 : column + 1);
    case 'Home':
      return at(isFar ? 0 : row, -1);
    case 'End':
      return at(isFar ? rows - 1 : row, columns - 1);
    case 'PageUp':
      return at(row - rowsOfAPage, column);
    case 'PageDown':
      return at(row + rowsOfAPage, column);
    case 'Tab':
      return shiftKey ? before({ row, column }, columns) : behind({ row, column }, { rows, columns });
    default:
      return null;
  }
}

function behind({ row, column }: Cell, { rows, columns }: { rows: number; columns: number }): Cell | null {
  if (column + 1 < columns) return { row, column: column + 1 };
  return row + 1 < rows ? { row: row + 1, column: 0 } : null;
}

function before({ row, column }: Cell, columns: number): Cell | null {
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: columns - 1 } : null;
}
