import { exceptionFindings, wasLevel } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { InstitutionDirectory } from '../../accounts';
import type { EditionCard } from '../../editions';
import { Application } from '../dossier/application.entity';
import { type CommissionPanel, CommissionPanels } from '../dossier/commission-panel';
import { Ruling } from '../dossier/ruling.entity';
import type { Meeting } from './meeting.entity';
import { MeetingAttendance } from './meeting-attendance.entity';
import type { MinutesItem, MinutesItemRecord, MinutesRecord } from './minutes.entity';

/**
 * Drafts minutes from the whole record when a meeting closes; each reader later gets only the items that they may know
 * of.
 */
@Injectable()
export class MinutesDrafter {
  constructor(
    private readonly database: Database,
    private readonly panels: CommissionPanels,
    private readonly institutions: InstitutionDirectory,
  ) {}

  async draft(
    meeting: Meeting,
    edition: EditionCard,
    { closedAt, closedById }: { closedAt: Date; closedById: string },
  ): Promise<{ record: MinutesRecord; items: MinutesItem[] }> {
    const { read } = this.database;
    const rulings = await read.find(Ruling, { where: { meetingId: meeting.id }, order: { at: 'ASC', id: 'ASC' } });
    const ruledOn = rulings.length
      ? await read.findBy(Application, { id: In(rulings.map(({ applicationId }) => applicationId)) })
      : [];
    const applications = new Map(ruledOn.map((application) => [application.id, application]));
    const institutions = await this.institutions.byIds(ruledOn.flatMap(({ institutionId }) => institutionId ?? []));
    const attending = await read.findBy(MeetingAttendance, { meetingId: meeting.id });
    const isPresent = (id: string) => attending.some(({ accountId }) => accountId === id);
    const recused = rulings.flatMap(({ record }) => record.recused);
    const named = [
      meeting.openedById,
      closedById,
      ...rulings.map(({ byId }) => byId),
      ...[...attending, ...recused].map(({ accountId }) => accountId),
    ];
    const panel = await this.panels.of(edition.id, [...ruledOn.map(({ accountId }) => accountId), ...named]);
    const memberIds = panel.members.map(({ accountId }) => accountId);
    const namesOf = (ids: string[]) => ids.map((id) => panel.nameOf(id)).sort((one, other) => one.localeCompare(other));
    return {
      record: {
        programme: edition.definition.title,
        edition: edition.name,
        place: meeting.place,
        heldOn: meeting.heldOn,
        openedAt: meeting.openedAt.toISOString(),
        openedBy: panel.nameOf(meeting.openedById),
        closedAt: closedAt.toISOString(),
        closedBy: panel.nameOf(closedById),
        timeZone: edition.timeZone,
        present: namesOf(attending.map(({ accountId }) => accountId)),
        absent: namesOf(memberIds.filter((id) => !isPresent(id))),
      },
      items: rulings.flatMap((ruling) => {
        const application = applications.get(ruling.applicationId);
        if (!application) return [];
        const institution = institutions.get(application.institutionId ?? '')?.name ?? '';
        const { applicationId, id: rulingId } = ruling;
        const record = itemRecord(ruling, application, institution, edition, panel);
        return [{ id: newId(), meetingId: meeting.id, applicationId, rulingId, record, erasedAt: null }];
      }),
    };
  }
}

function itemRecord(
  ruling: Ruling,
  application: Application,
  institution: string,
  edition: EditionCard,
  panel: CommissionPanel,
): MinutesItemRecord {
  const { record } = ruling;
  return {
    applicant: panel.nameOf(application.accountId),
    institution,
    country: application.country ?? '',
    number: ruling.number,
    ruledAt: ruling.at.toISOString(),
    ruledBy: panel.nameOf(ruling.byId),
    outcome: ruling.outcome,
    decision: ruling.decision,
    decidedByChair: ruling.decidedByChair,
    reason: ruling.reason,
    quorum: ruling.quorum,
    membersWithoutConflict: record.membersWithoutConflict,
    counts: record.counts,
    findings: statementsOf(edition).flatMap(({ id, statement }) => {
      const found = record.findings[id];
      const hasBeenFound = found && Object.values(found.counts).some((count) => count > 0);
      return hasBeenFound
        ? [{ statement, ...found, decidedByChair: found.finding !== null && wasLevel(found.counts) }]
        : [];
    }),
    recused: record.recused.map(({ accountId }) => panel.nameOf(accountId)),
  };
}

/** The subjects of findings with their statements: the criteria, then the two of an exception. */
export function statementsOf({ definition: { admission } }: EditionCard) {
  const [conditions, background] = exceptionFindings;
  return [
    ...admission.criteria.map(({ id, statement }) => ({ id: id as string, statement })),
    ...(admission.exception
      ? [
          { id: conditions as string, statement: admission.exception.conditions },
          { id: background as string, statement: admission.exception.background },
        ]
      : []),
  ];
}
