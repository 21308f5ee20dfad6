import type { MeetingsView, MeetingView } from '@libretto/contracts';
import { type Actor, agree, changeIn, inMeeting } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { orNotFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { mayHoldMeetings, mayRuleWhereOneChairs } from '../dossier/admissions.policy';
import { CommissionPanels } from '../dossier/commission-panel';
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
    private readonly panels: CommissionPanels,
    private readonly recusals: Recusals,
  ) {}

  async of(actor: Actor, editionId: string): Promise<MeetingsView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const meetings = await this.database.read.find(Meeting, {
      where: { editionId },
      order: { openedAt: 'DESC', id: 'DESC' },
    });
    const inThem = { meetingId: In(meetings.map(({ id }) => id)) };
    const attending = meetings.length ? await this.database.read.findBy(MeetingAttendance, inThem) : [];
    const rulings = meetings.length
      ? await this.database.read.find(Ruling, {
          select: { id: true, meetingId: true, applicationId: true },
          where: inThem,
        })
      : [];
    const leftOut = await this.recusals.of(actor.accountId, editionId);
    return {
      ...lineOf(edition),
      items: meetings.map((meeting) => ({
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
    const edition = orNotFound(await this.editions.byId(editionId));
    const meeting = orNotFound(await this.database.read.findOneBy(Meeting, { id: meetingId, editionId }));
    const attending = await this.database.read.findBy(MeetingAttendance, { meetingId });
    const panel = await this.panels.of(editionId, [meeting.openedById]);
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
