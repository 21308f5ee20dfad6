import { distributionOf, type GradeScale, scaleOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { type Brief, briefsOf } from '../work/briefs';

/** The grade with which somebody passed a brief, and how the others of the edition did. */
export interface ReleasedGrade {
  readonly brief: Brief;
  readonly scale: GradeScale;
  readonly grade: string;
  readonly distribution: ReturnType<typeof distributionOf>;
}

const passedBy = `FROM work JOIN group_member member ON member.groupId = work.groupId
  LEFT JOIN result_individual own ON own.workId = work.id AND own.enrolmentId = member.enrolmentId
  WHERE work.editionId = :editionId AND work.state = 'released'
    AND CASE WHEN own.id IS NULL THEN work.outcome ELSE own.outcome END = 'passed'`;
const grade = 'CASE WHEN own.id IS NULL THEN work.grade ELSE own.grade END';

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
          { briefId: 'work.briefId', grade, people: 'COUNT(DISTINCT member.enrolmentId)' },
          `${passedBy} GROUP BY work.briefId, ${grade}`,
          values,
        ),
      ),
      this.database.rows(
        cellsOf(
          { briefId: 'work.briefId', grade, attempt: 'work.attempt' },
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
      const given = all.flatMap((one) =>
        one.briefId === brief.id && one.grade ? [{ grade: String(one.grade), people: Number(one.people) }] : [],
      );
      return [{ brief, scale, grade: String(first.grade), distribution: distributionOf(scale, given) }];
    });
  }
}
