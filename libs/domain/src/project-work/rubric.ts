import { type Refusal, refuse } from '../refusal';

/** The levels of a row that a programme gives none of its own, the best first. */
export const usualLevels = ['met', 'partly', 'not-met'] as const;
export type UsualLevel = (typeof usualLevels)[number];

/** A level that a work can reach in a row of the rubric; with points where the programme counts them. */
export interface RubricLevel {
  readonly id: string;
  readonly points?: number | undefined;
}

/** A row of the rubric as the programme writes it: its levels the best first. */
export interface RubricRow {
  readonly id: string;
  readonly weight?: number | undefined;
  readonly levels?: readonly RubricLevel[] | undefined;
}

/** The level that a work reached in one row. */
export interface RubricMark {
  readonly row: string;
  readonly level: string;
}

/** A row with what a programme may leave out. */
type FullRow<Row extends RubricRow> = Omit<Row, 'weight' | 'levels'> & {
  weight: number;
  levels: (NonNullable<Row['levels']>[number] | { id: UsualLevel })[];
};

/** The rows with what a programme may leave out: the weight 1, and the usual levels. */
export const rubricOf = <Row extends RubricRow>(rows: readonly Row[]): FullRow<Row>[] =>
  rows.map((row) => ({
    ...row,
    weight: row.weight ?? 1,
    levels: row.levels ? [...row.levels] : usualLevels.map((id) => ({ id })),
  }));

/** Every row of the rubric has one of its levels, and none is answered that is not there. */
export function fillRubric<Mark extends RubricMark>(
  rows: readonly RubricRow[],
  filled: readonly Mark[],
): readonly Mark[] | Refusal {
  const ordered = rubricOf(rows).map(({ id, levels }) =>
    filled.filter((mark) => mark.row === id && levels.some((level) => level.id === mark.level)),
  );
  const missing = ordered.filter((marks) => marks.length !== 1).length;
  return missing === 0 && filled.length === rows.length
    ? ordered.flat()
    : refuse('project-work.rubric-incomplete', { rows: Math.max(1, missing) });
}

/** The points of a filled rubric, and the most that it could have. */
// A sentence takes it as its numbers: an interface would not be a record of them.
export type Points = { readonly points: number; readonly most: number };

/** Each row counts its level's points as often as its weight says. `null` where the rubric counts none. */
export function pointsOf(rows: readonly RubricRow[], filled: readonly RubricMark[]): Points | null {
  const counting = rubricOf(rows).filter(({ levels }) => levels.some((level) => pointsIn(level) > 0));
  if (!counting.length) return null;
  const levelOf = (row: string) => filled.find((mark) => mark.row === row)?.level;
  const sum = (of: (row: (typeof counting)[number]) => number) =>
    counting.reduce((total, row) => total + row.weight * of(row), 0);
  return {
    points: sum(({ id, levels }) => pointsIn(levels.find((level) => level.id === levelOf(id)))),
    most: sum(({ levels }) => Math.max(...levels.map(pointsIn))),
  };
}

const pointsIn = (level: RubricLevel | undefined): number => level?.points ?? 0;
