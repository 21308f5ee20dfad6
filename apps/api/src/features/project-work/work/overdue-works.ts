import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { type Brief, briefsOf } from './briefs';
import { deadlineRows, deadlinesIn } from './deadlines';

/** For how many briefs of an edition somebody is late: the first deadline has passed for them, and nothing has come. */
@Injectable()
export class OverdueWorks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of these enrolments; who is late for none is absent. One statement. */
  async of(edition: EditionCard, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { deadlines, members } = await this.database.together({
      deadlines: deadlineRows(edition.id),
      members: memberRows(edition.id),
    });
    const placeOf = new Map(members.map((row) => [keyOf(String(row.enrolmentId), String(row.briefId)), row]));
    const now = this.clock.now();
    const isOverdue = (enrolmentId: string, brief: Brief): boolean => {
      const place = placeOf.get(keyOf(enrolmentId, brief.id));
      if (Number(place?.works ?? 0) > 0) return false;
      const groupId = place ? String(place.groupId) : null;
      return deadlinesIn(deadlines, edition, brief, { groupId, enrolmentId })(1).until < now;
    };
    const briefs = briefsOf(edition);
    return new Map(
      enrolmentIds.flatMap((id) => {
        const late = briefs.filter((brief) => isOverdue(id, brief)).length;
        return late ? [[id, late] as const] : [];
      }),
    );
  }
}

const keyOf = (enrolmentId: string, briefId: string) => `${enrolmentId} ${briefId}`;

const memberRows = (editionId: string) =>
  cellsOf(
    {
      enrolmentId: 'member.enrolmentId',
      briefId: 'member.briefId',
      groupId: 'member.groupId',
      works: '(SELECT COUNT(*) FROM work WHERE work.groupId = member.groupId)',
    },
    'FROM group_member member JOIN project_group grp ON grp.id = member.groupId WHERE grp.editionId = :editionId',
    { editionId },
  );
