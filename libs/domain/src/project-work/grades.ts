import { type Refusal, refuse } from '../refusal';
import type { WorkOutcome } from './work';

/** The grades of a scale, from the best to the worst, and from which on a work has not passed. */
export interface GradeStep {
  readonly grade: string;
  readonly outcome: WorkOutcome;
}

export const usualScales = ['thirty', 'ects', 'percent'] as const;

/** How a brief grades: by a usual scale, or by grades of its own. */
export type GradeScale =
  | { readonly scale: (typeof usualScales)[number]; readonly passFrom?: number | undefined }
  | { readonly scale: 'own'; readonly grades: readonly { readonly grade: string; readonly passes: boolean }[] };

/** What a brief says about grades. */
export interface GradingTerms {
  readonly grades?: GradeScale | undefined;
  /** Of files that are older than `grades`: every marker is a professor, and grades as Italian universities do. */
  readonly markerIsProfessor: boolean;
}

/** The scale of a brief; `null` where its results are passed or not passed, never a grade. */
export const scaleOf = ({ grades, markerIsProfessor }: GradingTerms): GradeScale | null =>
  grades ?? (markerIsProfessor ? { scale: 'thirty' } : null);

/** Passing begins at 18/30 in Italy, and at half of a hundred where a brief says nothing else. */
const usualPass = { thirty: 18, percent: 50 } as const;
const ectsGrades = ['A', 'B', 'C', 'D', 'E', 'FX', 'F'] as const;
const ectsFails: readonly string[] = ['FX', 'F'];

/** The grades of a scale, the best first. */
export function stepsOf(scale: GradeScale): GradeStep[] {
  if (scale.scale === 'own')
    return scale.grades.map(({ grade, passes }) => ({ grade, outcome: passes ? 'passed' : 'not-passed' }));
  if (scale.scale === 'ects')
    return ectsGrades.map((grade) => ({ grade, outcome: ectsFails.includes(grade) ? 'not-passed' : 'passed' }));
  const [most, pass] = [scale.scale === 'thirty' ? 30 : 100, scale.passFrom ?? usualPass[scale.scale]];
  const numbers = Array.from({ length: most + 1 }, (_, at) => most - at);
  const steps = numbers.map((number): GradeStep => ({
    grade: String(number),
    outcome: number >= pass ? 'passed' : 'not-passed',
  }));
  return scale.scale === 'thirty' ? [{ grade: '30 e lode', outcome: 'passed' }, ...steps] : steps;
}

/** The grade that somebody wrote, as its scale has it: `28/30`, `30L` and `85 %` are read as well. */
export const gradeIn = (scale: GradeScale, written: string): GradeStep | Refusal => gradeAmong(stepsOf(scale), written);

/** The same among the grades of a scale. */
export function gradeAmong(steps: readonly GradeStep[], written: string): GradeStep | Refusal {
  const asked = plainGrade(written);
  return (
    steps.find(({ grade }) => plainGrade(grade) === asked) ??
    refuse('project-work.no-such-grade', { grade: written.slice(0, 20) })
  );
}

const plainGrade = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/\s*(\/\s*30|%)/, '')
    .replace(/^30\s*(e\s*lode|cum laude|l)$/, '30 e lode');

/** Among fewer people somebody could be told apart by a grade that they alone have. */
export const leastInDistribution = 10;

/** How many people have a grade. */
export interface GradeShare {
  readonly grade: string;
  readonly people: number;
}

/**
 * How many people have each grade with which one passes and which was given at all, the best first, as the ECTS Users'
 * Guide counts them; `null` among too few.
 */
export function distributionOf(
  scale: GradeScale,
  given: readonly GradeShare[],
): { readonly people: number; readonly grades: readonly GradeShare[] } | null {
  const grades = stepsOf(scale)
    .filter(({ outcome }) => outcome === 'passed')
    .flatMap((step) => given.filter(({ grade, people }) => grade === step.grade && people > 0));
  const people = grades.reduce((sum, share) => sum + share.people, 0);
  return people < leastInDistribution ? null : { people, grades };
}

/** The share of a grade in all of them, in percent with one decimal place at most. */
export const percentOf = (people: number, all: number): number => Math.round((people / all) * 1000) / 10;

/** One marker's mark of a work. */
export interface WorkMark {
  readonly outcome: WorkOutcome;
  readonly grade?: string | undefined;
}

/**
 * A grade is a professor's to give, of an awarding or partner university, and only where the brief has grades. From
 * anybody else: passed or not passed, nothing more.
 */
export function markBy(
  { isProfessor, scale }: { readonly isProfessor: boolean; readonly scale: GradeScale | null },
  { outcome, grade }: WorkMark,
): WorkMark | Refusal {
  if (grade === undefined) return { outcome };
  if (!scale) return refuse('project-work.no-grades');
  if (!isProfessor) return refuse('project-work.grade-needs-professor');
  const step = gradeIn(scale, grade);
  if ('refused' in step) return step;
  return step.outcome === outcome
    ? { outcome, grade: step.grade }
    : refuse('project-work.grade-says-otherwise', { grade: step.grade });
}

/** A body of the programme, as far as it decides who is a professor. */
export interface ProgrammeBody {
  readonly name: string;
  readonly university?: boolean | undefined;
}

/** The universities among the awarding bodies and partners: only their professors give grades. */
export const universitiesIn = (bodies: readonly ProgrammeBody[]): string[] =>
  bodies.filter(({ university }) => university).map(({ name }) => name);

/** Somebody is recorded as a professor of one of the programme's universities, or of none. */
export function recordProfessor(bodies: readonly ProgrammeBody[], university: string | null): string | null | Refusal {
  return university === null || universitiesIn(bodies).includes(university)
    ? university
    : refuse('project-work.not-a-university');
}
