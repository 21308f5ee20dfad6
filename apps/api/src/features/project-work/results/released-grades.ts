import { afterDeduction, distributionOf, type GradeScale, type GradeShare, scaleOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { type Brief, briefsOf } from '../work/briefs';

/** The grade with which somebody passed a brief, and how the others of the edition did. */
export interface ReleasedGrade {
  readonly brief: Brief;
  readonly scale: GradeScale;
  /** As it counts. */
  readonly grade: string;
  /** As it was given, where a late work has lost points of it. */
  readonly late: { readonly given: string; readonly taken: number; readonly days: number } | null;
  readonly distribution: ReturnType<typeof distributionOf>;
}

const passedBy = `FROM work JOIN group_member member ON member.groupId = work.groupId
  LEFT JOIN result_individual own ON own.workId = work.id AND own.enrolmentId = member.enrolmentId
  WHERE work.editionId = :editionId AND work.state = 'released'
    AND CASE WHEN own.id IS NULL THEN work.outcome ELSE own.outcome END = 'passed'`;
/** A result of one's own loses nothing: it is what its reason says it is. */
const given = {
  grade: 'CASE WHEN own.id IS NULL THEN work.grade ELSE own.grade END',
  points: 'CASE WHEN own.id IS NULL THEN COALESCE(work.latePoints, 0) ELSE 0 END',
} as const;

/** The grades of an edition whose results are out, for those who go on with them. */
@Injectable()
export class ReleasedGrades {
  constructor(private readonly database: Database) {}

  /** In the order of the programme's briefs. One statement; none where nothing is graded. */
  async of(edition: Pick<EditionCard, 'id' | 'definition'>, enrolmentId: string): Promise<ReleasedGrade[]> {
    const graded = briefsOf(edition).flatMap((brief) => {
      const scale = scaleOf(brief);
      return scale ? [{ brief, scale }] : [];
    });
    if (!graded.length) return [];
    const values = { editionId: edition.id, enrolmentId };
    const [all, own] = await Promise.all([
      this.database.rows(
        cellsOf(
          { briefId: 'work.briefId', ...given, people: 'COUNT(DISTINCT member.enrolmentId)' },
          `${passedBy} GROUP BY work.briefId, ${given.grade}, ${given.points}`,
          values,
        ),
      ),
      this.database.rows(
        cellsOf(
          { briefId: 'work.briefId', ...given, days: 'COALESCE(work.lateDays, 0)', attempt: 'work.attempt' },
          `${passedBy} AND member.enrolmentId = :enrolmentId`,
          values,
        ),
      ),
    ]);
    return graded.flatMap(({ brief, scale }) => {
      const [first] = own
        .filter(({ briefId }) => briefId === brief.id)
        .sort((one, other) => Number(one.attempt) - Number(other.attempt));
      if (!first?.grade) return [];
      const counted = (one: { readonly grade: unknown; readonly points: unknown }) =>
        afterDeduction(scale, String(one.grade), Number(one.points));
      const shares = all.flatMap((one) =>
        one.briefId === brief.id && one.grade ? [{ grade: counted(one).counts, people: Number(one.people) }] : [],
      );
      const { counts, ...late } = counted(first);
      return [
        {
          brief,
          scale,
          grade: counts,
          late: late.taken ? { ...late, days: Number(first.days) } : null,
          distribution: distributionOf(scale, summed(shares)),
        },
      ];
    });
  }
}

/** The people of each grade that counts: some were given it, others have it after a deduction. */
const summed = (shares: readonly GradeShare[]): GradeShare[] =>
  [...Map.groupBy(shares, ({ grade }) => grade)].map(([grade, alike]) => ({
    grade,
    people: alike.reduce((sum, { people }) => sum + people, 0),
  }));
