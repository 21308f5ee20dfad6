import { cellsOf, rowsOf } from '../../../platform/database/read-together';
import type { Brief } from '../work/briefs';
import { deadlineRows } from '../work/deadlines';
import { newestRows } from '../work/lateness';
import { Work } from '../work/work.entity';

/**
 * What a round of a brief is collected from: the works, when the newest versions of those that wait came in, the deadlines,
 * the groups with the number of their members, and the number of people in no group who have more time of their own.
 */
export const roundRows = (editionId: string, briefId: string, now: Date) => ({
  works: rowsOf(
    Work,
    'WHERE it.editionId = :editionId AND it.briefId = :briefId',
    { editionId, briefId },
    { by: ['attempt'] },
  ),
  newest: newestRows("work.editionId = :editionId AND work.briefId = :briefId AND work.state <> 'released'", {
    editionId,
    briefId,
  }),
  deadlines: deadlineRows(editionId),
  groups: cellsOf<'id' | 'name' | 'members', { id: string; name: string | null; members: number }>(
    {
      id: 'grp.id',
      name: 'grp.name',
      members: '(SELECT COUNT(*) FROM group_member member WHERE member.groupId = grp.id)',
    },
    'FROM project_group grp WHERE grp.editionId = :editionId AND grp.briefId = :briefId',
    { editionId, briefId },
  ),
  alone: cellsOf(
    { people: 'COUNT(DISTINCT own.enrolmentId)' },
    `FROM project_deadline own WHERE own.editionId = :editionId AND own.briefId = :briefId AND own.until >= :now
     AND own.enrolmentId IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM group_member member WHERE member.enrolmentId = own.enrolmentId AND member.briefId = own.briefId)`,
    { editionId, briefId, now },
  ),
});

/** The works that a sample has to be drawn from before their results go out. */
export const toSample = ({ moderation }: Pick<Brief, 'moderation'>, waiting: readonly Work[]): Work[] =>
  moderation ? waiting.filter(({ state, sampleId }) => state === 'marked' && sampleId === null) : [];
