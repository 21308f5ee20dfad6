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
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { pageAfter } from '../../../platform/http/page-after';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { PlaceAllocation } from '../../places';
import { Application } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { CommissionDesk } from '../commission/commission-desk';
import { deliberationRecordOf } from '../dossier/deliberation-record';
import { Comment } from '../discussion/comment.entity';
import { beforeTheChair } from '../ruling/before-the-chair';
import { Ruling } from '../dossier/ruling.entity';
import { Meeting } from './meeting.entity';
import { statementsOf } from './minutes-drafter';

/**
 * The items of a meeting, for its chair: where the chair is in conflict the deputy's agenda has the item, and the
 * chair's does not show it. A fixed number of statements, independent of the number of dossiers.
 */
@Injectable()
export class Agenda {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly panels: CommissionPanels,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly places: PlaceAllocation,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    { editionId, meetingId }: { editionId: string; meetingId: string },
    after?: string,
  ): Promise<AgendaView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    if (!(await this.database.read.existsBy(Meeting, { id: meetingId, editionId }))) throw notFound();
    const entries = await this.desk
      .sought({ accountId: actor.accountId, editionId }, {})
      .andWhere({ chairs: true })
      .getMany();
    const applications = await this.desk.applications(entries);
    const panel = await this.panels.of(
      editionId,
      applications.map(({ accountId }) => accountId),
    );
    const stepOf = new Map(entries.map(({ applicationId, step }) => [applicationId, step]));
    const rulings = await this.database.read.findBy(Ruling, { meetingId });
    const record = await deliberationRecordOf(this.database.read, applications);
    const hasPlace = await this.places.fitting(edition);
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
    const institutions = await this.institutions.byIds(
      shown.flatMap(({ application }) => application.institutionId ?? []),
    );
    const comments = await this.comments(
      shown.flatMap(({ application, standing }) => (standing.sees ? application.id : [])),
    );
    const forms = await this.forms(shown.map(({ application }) => application.id));
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

  private async comments(applicationIds: string[]): Promise<Comment[]> {
    if (!applicationIds.length) return [];
    const select = { id: true, applicationId: true, accountId: true, at: true } as const;
    return this.database.read.find(Comment, { select, where: { applicationId: In(applicationIds) } });
  }

  /** The forms of one page; the desk itself does not read them. */
  private async forms(applicationIds: string[]): Promise<Map<string, ApplicationForm>> {
    const rows = await this.database.read.find(Application, {
      select: { id: true, form: true },
      where: { id: In(applicationIds) },
    });
    return new Map(rows.map(({ id, form }) => [id, form]));
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
