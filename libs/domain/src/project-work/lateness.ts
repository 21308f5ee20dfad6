import { type GradeScale, type GradingTerms, scaleOf, stepsOf } from './grades';

/** The points that a late work costs: so many for each day begun, and `most` at most. */
export interface Deduction {
  readonly deduct: number;
  readonly most: number;
}

/** A late version is refused, or taken and marked as late, or it costs points of the grade. */
export const latePolicies = ['refuse', 'flag'] as const;
export type LatePolicy = (typeof latePolicies)[number] | Deduction;

/**
 * The days that had begun since the deadline of a late work, and the points that they cost. A type, since sentences take
 * it as a record of numbers, which no interface is.
 */
export type Lateness = { readonly days: number; readonly points: number };

/** A brief, as far as it says what becomes of late works. */
export type LateTerms = GradingTerms & { readonly late?: LatePolicy | undefined };

/** The deduction of a brief; `null` where it makes none, or has no points that could be taken away. */
export function deductionOf({ late, ...grading }: LateTerms): Deduction | null {
  const scale = scaleOf(grading);
  return typeof late === 'object' && scale && isCounted(scale) ? late : null;
}

/** Whether the grades of a scale are numbers of points. */
export const isCounted = ({ scale }: Pick<GradeScale, 'scale'>): boolean => scale === 'thirty' || scale === 'percent';

const day = 86_400_000;

/** How many times twenty-four hours have begun since a deadline: its last moment is none, the one after it is one. */
export const daysBegun = (deadline: Date, at: Date): number =>
  Math.max(0, Math.ceil((at.getTime() - deadline.getTime()) / day));

/** What a version costs that came at this moment; `null` for nothing. */
export function latenessAt(terms: LateTerms, deadline: Date, at: Date): Lateness | null {
  const [deduction, days] = [deductionOf(terms), daysBegun(deadline, at)];
  return deduction && days ? { days, points: Math.min(deduction.most, days * deduction.deduct) } : null;
}

/** A grade as it was given, and as it counts. */
export type Deducted = { readonly given: string; readonly taken: number; readonly counts: string };

/**
 * What counts of a grade. Whoever has shown enough to pass has passed, however late: nothing is taken away below the
 * lowest grade that passes, nor below zero. `30 e lode` is thirty points.
 */
export function afterDeduction(scale: GradeScale, given: string, points: number): Deducted {
  const steps = stepsOf(scale);
  const step = steps.find(({ grade }) => grade === given);
  if (!step || !isCounted(scale) || points <= 0) return { given, taken: 0, counts: given };
  const lowest = steps.findLast(({ outcome }) => outcome === step.outcome) ?? step;
  const counts = Math.max(pointsOfGrade(lowest.grade), pointsOfGrade(given) - points);
  const taken = pointsOfGrade(given) - counts;
  return taken ? { given, taken, counts: String(counts) } : { given, taken, counts: given };
}

/** The points of the best grade of a scale. */
export const bestPoints = (scale: GradeScale): number => pointsOfGrade(stepsOf(scale)[0]?.grade ?? '');

const pointsOfGrade = (grade: string): number => Number.parseInt(grade, 10);
