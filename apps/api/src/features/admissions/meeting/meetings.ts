import type { MeetingsView, MeetingView } from '@libretto/contracts';
import { type Actor, agree, changeIn, inMeeting } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { mayHoldMeetings, mayRuleWhereOneChairs } from '../dossier/admissions.policy';
import { panelOf, panelRows } from '../dossier/commission-panel';
import { Recusals } from '../dossier/recusals';
import { Ruling } from '../dossier/ruling.entity';
import { Meeting } from './meeting.entity';
import { MeetingAttendance } from './meeting-attendance.entity';

const byRank = ['chair', 'deputy', 'member'] as const;

/** The meetings of an edition's commission. No figure counts an application that the reader must not learn of. */
@Injectable()
export class Meetings {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
  ) {}

  async of(actor: Actor, editionId: string): Promise<MeetingsView> {
    const inThem = 'JOIN meeting ON meeting.id = it.meetingId WHERE meeting.editionId = :editionId';
    const [card, leftOut, { meetings, attending, rulings }] = await Promise.all([
      this.editions.byId(editionId),
      this.recusals.of(actor.accountId, editionId),
      this.database.together({
        meetings: rowsOf(Meeting, 'WHERE it.editionId = :editionId', { editionId }, { by: ['openedAt', 'id'] }),
        attending: rowsOf(MeetingAttendance, inThem, { editionId }),
        rulings: rowsOf(Ruling, inThem, { editionId }, { columns: ['meetingId', 'applicationId'] }),
      }),
    ]);
    const edition = orNotFound(card);
    return {
      ...lineOf(edition),
      items: meetings.toReversed().map((meeting) => ({
        ...meetingLine(meeting),
        attending: attending.filter(({ meetingId }) => meetingId === meeting.id).length,
        rulings: rulings.filter(
          ({ meetingId, applicationId }) => meetingId === meeting.id && !leftOut.has(applicationId),
        ).length,
      })),
      can: {
        open:
          mayHoldMeetings(actor, { editionId }) &&
          !meetings.some(({ state }) => state === 'open') &&
          agree(changeIn(edition.state)),
      },
    };
  }

  async one(actor: Actor, { editionId, meetingId }: { editionId: string; meetingId: string }): Promise<MeetingView> {
    const opener = 'SELECT openedById AS id FROM meeting WHERE id = :meetingId';
    const [card, rows] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        meetings: rowsOf(Meeting, 'WHERE it.id = :meetingId AND it.editionId = :editionId', { editionId, meetingId }),
        attending: rowsOf(MeetingAttendance, 'WHERE it.meetingId = :meetingId', { meetingId }),
        ...panelRows(editionId, opener, { meetingId }),
      }),
    ]);
    const edition = orNotFound(card);
    const meeting = orNotFound(rows.meetings[0]);
    const { attending } = rows;
    const panel = panelOf(rows);
    const isOpen = inMeeting(meeting.state);
    const holds = mayHoldMeetings(actor, { editionId });
    const changes = changeIn(edition.state);
    return {
      ...lineOf(edition),
      ...meetingLine(meeting),
      openedBy: panel.nameOf(meeting.openedById),
      members: byRank
        .flatMap((rank) => panel.members.filter(({ role }) => role === rank))
        .map(({ accountId, role }) => ({
          accountId,
          name: panel.nameOf(accountId),
          role,
          attends: attending.some((one) => one.accountId === accountId),
        })),
      can: {
        note: holds && agree(changes, isOpen),
        rule: mayRuleWhereOneChairs(actor, { editionId }) && agree(changes, isOpen),
        // Its minutes are made also where the edition was closed meanwhile.
        close: holds && agree(isOpen),
      },
    };
  }
}

export const lineOf = (edition: EditionCard) => ({
  editionId: edition.id,
  edition: edition.name,
  programme: edition.definition.title,
});

const meetingLine = ({ id, place, heldOn, state, openedAt, closedAt }: Meeting) => ({
  id,
  place,
  heldOn,
  state,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});
