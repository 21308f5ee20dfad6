import type { AgendaItem, AgendaView } from '@libretto/contracts';
import {
  type Actor,
  agendaPart,
  agendaParts,
  type ApplicationForm,
  emptyForm,
  type Finding,
  findings,
  monthsOfExperience,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsFound, rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { institutionsWith } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { fittingIn, fittingRows } from '../../places';
import { Application } from '../dossier/application.entity';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { applicationRows, asTheyLie, CommissionDesk } from '../commission/commission-desk';
import { recordOf, recordRows } from '../dossier/deliberation-record';
import { Comment } from '../discussion/comment.entity';
import { beforeTheChair } from '../ruling/before-the-chair';
import { Ruling } from '../dossier/ruling.entity';
import { Meeting } from './meeting.entity';
import { statementsOf } from './minutes-drafter';

const commentColumns = ['applicationId', 'accountId', 'at'] as const;

/**
 * The items of a meeting, for its chair: where the chair is in conflict the deputy's agenda has the item, and the
 * chair's does not show it. A fixed number of statements, independent of the number of dossiers.
 */
@Injectable()
export class Agenda {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    { editionId, meetingId }: { editionId: string; meetingId: string },
    after?: string,
  ): Promise<AgendaView> {
    const whose = { accountId: actor.accountId, editionId };
    const [card, { meetings, entries }] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        meetings: rowsOf(Meeting, 'WHERE it.id = :meetingId AND it.editionId = :editionId', { editionId, meetingId }),
        entries: rowsFound(this.desk.sought(whose, {}).andWhere({ chairs: true })),
      }),
    ]);
    const edition = orNotFound(card);
    if (!meetings.length) throw notFound();
    const applicationIds = entries.map(({ applicationId }) => applicationId);
    const rows = await this.database.together({
      applications: applicationRows(applicationIds),
      ...panelRows(editionId, idsOfApplicants, { applicationIds }),
      ...recordRows(applicationIds),
      rulings: rowsOf(Ruling, 'WHERE it.meetingId = :meetingId', { meetingId }),
      ...fittingRows(editionId, applicationIds),
    });
    const applications = asTheyLie(entries, rows.applications);
    const panel = panelOf(rows);
    const { rulings } = rows;
    const record = recordOf(rows, applications);
    const hasPlace = fittingIn(edition, rows);
    const stepOf = new Map(entries.map(({ applicationId, step }) => [applicationId, step]));
    const items = applications.flatMap((application) => {
      const standing = beforeTheChair(actor.accountId, application, edition, panel, record, hasPlace);
      const ruling =
        rulings.find(({ applicationId, number }) => applicationId === application.id && number === application.round) ??
        null;
      const part =
        standing &&
        agendaPart(
          { state: application.state, canBeRuled: standing.canBeRuled, ruledIn: ruling?.meetingId ?? null },
          meetingId,
        );
      return part ? [{ application, standing, ruling, part }] : [];
    });
    const otherwise = ({ part, application: { submittedAt, id } }: (typeof items)[number]) => [
      agendaParts.indexOf(part),
      submittedAt?.toISOString() ?? null,
      id,
    ];
    const { shown, next } = pageAfter(items, { otherwise }, after);
    const inPage = shown.map(({ application }) => application.id);
    const seen = shown.flatMap(({ application, standing }) => (standing.sees ? application.id : []));
    const beside = await this.database.together({
      institutions: institutionsWith(shown.flatMap(({ application }) => application.institutionId ?? [])),
      comments: rowsOf(Comment, 'WHERE it.applicationId IN (:...seen)', { seen }, { columns: commentColumns }),
      // The forms of one page; the desk itself does not read them.
      forms: rowsOf(Application, 'WHERE it.id IN (:...inPage)', { inPage }, { columns: ['id', 'form'] }),
    });
    const { comments } = beside;
    const institutions = new Map(beside.institutions);
    const forms = new Map(beside.forms.map(({ id, form }) => [id, form]));
    const statements = statementsOf(edition);
    return {
      items: shown.map(({ application, standing, ruling, part }): AgendaItem => {
        const inConflict = panel.conflictsWith(application, record.declarations);
        const found = standing.sees
          ? record.findings.filter((one) => one.applicationId === application.id && !inConflict.has(one.accountId))
          : [];
        return {
          applicationId: application.id,
          name: panel.nameOf(application.accountId),
          institution: institutions.get(application.institutionId ?? '')?.name ?? '',
          country: application.country ?? '',
          part,
          state: application.state,
          about: stepOf.get(application.id) === 'to-declare' ? null : this.about(forms.get(application.id)),
          cast: standing.cast,
          quorum: standing.quorum,
          votes: standing.decided?.votes.counts ?? null,
          decidedByChair: standing.decided?.votes.decidedByChair ?? false,
          findings: statements.flatMap(({ id, statement }) => {
            const ofThis = found.filter(({ criterionId }) => criterionId === id);
            if (!ofThis.length) return [];
            return [{ statement, finding: standing.decided?.findings[id]?.choice ?? null, counts: countsOf(ofThis) }];
          }),
          // After a ruling there are only comments on an appeal, and the chair of the first round knows of none.
          comments: comments.filter(
            (one) =>
              one.applicationId === application.id &&
              !inConflict.has(one.accountId) &&
              (!ruling || one.at <= ruling.at),
          ).length,
          outcome: standing.outcome,
          whyNot: standing.whyNot,
          ruling: ruling && { outcome: ruling.outcome, reason: ruling.reason, at: ruling.at.toISOString() },
        };
      }),
      next,
    };
  }

  private about(form: ApplicationForm = emptyForm): AgendaItem['about'] {
    const [highest] = [...form.degrees].sort((one, other) => other.eqfLevel - one.eqfLevel);
    return {
      degree: highest ? { title: highest.title, eqfLevel: highest.eqfLevel } : null,
      monthsOfExperience: monthsOfExperience(form.posts, this.clock.now().toISOString().slice(0, 10)),
      languages: form.languages,
    };
  }
}

const countsOf = (found: readonly { finding: Finding }[]): Record<Finding, number> =>
  Object.fromEntries(
    findings.map((finding) => [finding, found.filter((one) => one.finding === finding).length]),
  ) as Record<Finding, number>;
