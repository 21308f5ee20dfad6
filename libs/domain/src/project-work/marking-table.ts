import { type Refusal, refuse } from '../refusal';
import { plain } from '../text/plain';
import { gradeAmong, type GradeStep, type WorkMark } from './grades';
import type { RubricMark } from './rubric';
import { type WorkOutcome, workOutcomes } from './work';

/** The most works that are marked with one press. */
export const mostMarkedAtOnce = 100;
/** The longest text in a cell. */
export const longestCell = 4000;

/** A level as somebody may write it: by any of its names, or by its points where no other level has as many. */
export interface NamedLevel {
  readonly id: string;
  readonly names: readonly string[];
  readonly points?: number | undefined;
}

/** The texts of a marking, and whether a row needs one. */
export const cellTexts = ['comment', 'mustChange', 'stays'] as const;
export type CellText = (typeof cellTexts)[number];

/** A column of the table in which a whole class is marked. */
export type MarkingColumn =
  | { readonly kind: 'level'; readonly row: string; readonly levels: readonly NamedLevel[] }
  | {
      readonly kind: 'mark';
      /** The grades that the marker may give; empty for whoever gives none. */
      readonly grades: readonly GradeStep[];
      readonly names: Readonly<Record<WorkOutcome, readonly string[]>>;
    }
  | { readonly kind: CellText };

/**
 * What a cell says, in the form in which it is kept: the id of a level, a grade, an outcome, a text; `''` where nothing is
 * written.
 */
export function cellIn(column: MarkingColumn, written: string): string | Refusal {
  const text = written.trim();
  if (!text) return '';
  if (column.kind === 'level') return levelIn(column.levels, text);
  if (column.kind === 'mark') return markIn(column, text);
  return text.length <= longestCell ? text : refuse('project-work.cell-too-long', { most: longestCell });
}

function levelIn(levels: readonly NamedLevel[], written: string): string | Refusal {
  const counted = levels.filter(({ points }) => points !== undefined && String(points) === written);
  const found =
    one(counted) ??
    named(
      levels.map((level) => [level.id, [level.id, ...level.names]]),
      written,
    );
  if (typeof found === 'string') return found;
  if (found) return found.id;
  return refuse('project-work.no-such-level', {
    written: written.slice(0, 40),
    levels: levels.map(({ id, names }) => names[0] ?? id).join(', '),
  });
}

function markIn({ grades, names }: Extract<MarkingColumn, { kind: 'mark' }>, written: string): string | Refusal {
  const outcome = named(
    workOutcomes.map((each) => [each, [each, ...names[each]]]),
    written,
  );
  const grade = gradeAmong(grades, written);
  if (!('refused' in grade)) return grade.grade;
  return outcome ?? (grades.length ? grade : refuse('project-work.no-such-outcome', { written: written.slice(0, 40) }));
}

/** The one that has this name, or the only one with a name that begins so. */
function named<Id extends string>(all: readonly (readonly [Id, readonly string[]])[], written: string): Id | undefined {
  const asked = plain(written);
  const those = (fits: (name: string) => boolean) => all.filter(([, names]) => names.some((name) => fits(plain(name))));
  return (one(those((name) => name === asked)) ?? one(those((name) => name.startsWith(asked))))?.[0];
}

const one = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);

/** The mark that a cell of the mark's column says. */
export function markOfCell(grades: readonly GradeStep[], value: string): WorkMark | null {
  const step = grades.find(({ grade }) => grade === value);
  if (step) return { outcome: step.outcome, grade: step.grade };
  const outcome = workOutcomes.find((each) => each === value);
  return outcome ? { outcome } : null;
}

/** What is wrong with each cell of a row as it would be sent; `null` where nothing is. */
export function faultsOfRow(columns: readonly MarkingColumn[], written: readonly string[]): (Refusal | null)[] {
  const values = columns.map((column, at) => cellIn(column, written[at] ?? ''));
  const markAt = columns.findIndex(({ kind }) => kind === 'mark');
  const [column, value] = [columns[markAt], values[markAt]];
  const mark = column?.kind === 'mark' && typeof value === 'string' ? markOfCell(column.grades, value) : null;
  return columns.map(({ kind }, at) => {
    const said = values[at] ?? '';
    if (typeof said !== 'string') return said;
    if (said) return null;
    if (kind === 'mustChange')
      return mark?.outcome === 'not-passed' ? refuse('project-work.must-change-missing') : null;
    return kind === 'stays' ? null : refuse('project-work.cell-empty');
  });
}

/** A row's cells as a marking says them; only of a row without faults. */
export function sayingOf(columns: readonly MarkingColumn[], written: readonly string[]) {
  const rubric: RubricMark[] = [];
  const texts: Record<CellText, string> = { comment: '', mustChange: '', stays: '' };
  let mark: WorkMark | null = null;
  for (const [at, column] of columns.entries()) {
    const value = cellIn(column, written[at] ?? '');
    if (typeof value !== 'string') continue;
    if (column.kind === 'level') rubric.push({ row: column.row, level: value });
    else if (column.kind === 'mark') mark = markOfCell(column.grades, value);
    else texts[column.kind] = value;
  }
  return { rubric, mark, ...texts };
}

/** A cell that a pasted block would write, and what it would say there. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly written: string;
  readonly says: string | Refusal;
}

/**
 * Where the cells of a pasted block come to stand, from the cell at its upper left on. A row that takes no mark refuses
 * all of its cells for its own reason; what reaches over the edge of the table is counted and left out.
 */
export function layBlock(
  block: readonly (readonly string[])[],
  from: { readonly row: number; readonly column: number },
  columns: readonly MarkingColumn[],
  rows: readonly { readonly whyNot: Refusal | null }[],
): { readonly cells: readonly LaidCell[]; readonly outside: number } {
  const laid = block.flatMap((line, down) =>
    line.map((written, across) => ({ row: from.row + down, column: from.column + across, written: written.trim() })),
  );
  const cells = laid.flatMap((cell) => {
    const [column, row] = [columns[cell.column], rows[cell.row]];
    return column && row ? [{ ...cell, says: row.whyNot ?? cellIn(column, cell.written) }] : [];
  });
  return { cells, outside: laid.length - cells.length };
}
