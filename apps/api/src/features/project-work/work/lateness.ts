import type { LatenessView } from '@libretto/contracts';
import { afterDeduction, bestPoints, type Lateness, latenessAt, scaleOf } from '@libretto/domain';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import type { Brief } from './briefs';
import { type DeadlineRow, deadlinesIn } from './deadlines';
import { Submission, type Work } from './work.entity';

type Dated = Pick<Work, 'groupId' | 'attempt' | 'releasedAt' | 'lateDays' | 'latePoints'>;

/**
 * What it costs that a work is late: by the deadline that counts for its group until its result is released, and as it
 * was then for good. Neither more time nor another member changes a result that is out.
 */
export function latenessOf(
  work: Dated,
  brief: Brief,
  newest: Pick<Submission, 'at'> | undefined,
  { deadlines, edition }: { deadlines: readonly DeadlineRow[]; edition: EditionCard },
): Lateness | null {
  if (work.releasedAt) return releasedLateness(work);
  const { until } = deadlinesIn(deadlines, edition, brief, { groupId: work.groupId })(work.attempt);
  return newest ? latenessAt(brief, until, newest.at) : null;
}

/** What it cost when the result was released. */
export const releasedLateness = ({ lateDays, latePoints }: Pick<Work, 'lateDays' | 'latePoints'>): Lateness | null =>
  lateDays && latePoints ? { days: lateDays, points: latePoints } : null;

/** A lateness in the columns in which a work keeps it. */
export const keptLateness = (lateness: Lateness | null): Pick<Work, 'lateDays' | 'latePoints'> => ({
  lateDays: lateness?.days ?? null,
  latePoints: lateness?.points ?? null,
});

/** A lateness as an answer has it, with what it makes of a grade. */
export function latenessView(lateness: Lateness | null, brief: Brief, grade: string | null): LatenessView | null {
  const scale = scaleOf(brief);
  if (!lateness || !scale) return null;
  return {
    ...lateness,
    of: bestPoints(scale),
    grade: grade === null ? null : afterDeduction(scale, grade, lateness.points),
  };
}

/** When the newest version of each work came in, of works by a condition on `work`: its lateness is that of the work. */
export const newestRows = (where: string, values: Values) =>
  rowsOf(Submission, `JOIN work ON work.id = it.workId AND work.versions = it.version WHERE ${where}`, values, {
    columns: ['workId', 'at'],
  });
