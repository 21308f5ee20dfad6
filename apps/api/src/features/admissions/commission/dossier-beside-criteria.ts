import type { DossierView, InputOf, QuestionView, readDossier } from '@libretto/contracts';
import {
  type Actor,
  applicationProcess,
  awaitsRuling,
  isBeforeCommission,
  monthsOfExperience,
  preCheck,
  seesOthers,
  showing,
  votesThatCount,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { AppealBesideFirstRuling } from '../appeal/appeal-beside-first-ruling';
import { Application } from '../dossier/application.entity';
import { rulingShown, voteShown } from '../dossier/as-shown';
import type { CommissionPanel } from '../dossier/commission-panel';
import { CommissionDesk } from './commission-desk';
import { DossierHistory } from './dossier-history';
import { AssignedReading } from '../assignment/assigned-reading';
import { baseOn } from '../dossier/deliberation';
import { EvidenceQueries } from '../dossier/evidence-queries';
import { formPartsOf, ownFieldsOf } from '../dossier/terms';
import { Ruling } from '../dossier/ruling.entity';
import { type DeliberationRecord, deliberationRecordOf } from '../dossier/deliberation-record';

type Which = InputOf<typeof readDossier>['query'];

/** What is asked of one dossier by one member, and what they may see of it. */
interface Asked {
  application: Application;
  edition: EditionCard;
  panel: CommissionPanel;
  record: DeliberationRecord;
  inConflict: ReadonlySet<string>;
  accountId: string;
  sees: boolean;
}

/** One dossier beside the criteria, as one member may see it. */
@Injectable()
export class DossierBesideCriteria {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly assigned: AssignedReading,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly evidence: EvidenceQueries,
    private readonly history: DossierHistory,
    private readonly appeals: AppealBesideFirstRuling,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    { editionId, applicationId }: { editionId: string; applicationId: string },
    { only, ...sought }: Which,
  ): Promise<DossierView> {
    const edition = await this.editions.byId(editionId);
    const { rows: open, panel } = await this.desk.rows(actor, editionId);
    const { rows } = await this.assigned.first(actor, open, only);
    const row = open.find(({ application }) => application.id === applicationId);
    // Opened by its address, outside of what is filtered: its neighbours are those of all.
    const known = row && rows.includes(row) ? rows : open;
    // What one has just voted on leaves what one looks for, and one goes on from there.
    const found = await this.desk.sought(known, panel, sought);
    const among = this.desk.inOrder(known, panel, sought.sort).filter((one) => one === row || found.includes(one));
    const at = among.findIndex((one) => one === row);
    if (!edition || !row?.application.submittedAt) throw notFound();
    // As it lies before this member: on appeal not always as it is.
    const application = {
      ...(await this.database.read.findOneByOrFail(Application, { id: applicationId })),
      ...row.application,
    };
    const { step, reads, claims } = row;
    const { accountId } = actor;
    const record = await deliberationRecordOf(this.database.read, [application]);
    const institution = (await this.institutions.byIds([application.institutionId ?? ''])).get(
      application.institutionId ?? '',
    );
    const isOpen = isBeforeCommission(application.state);
    const hasVoted = record.votes.some((vote) => vote.accountId === accountId);
    const sees = seesOthers({ hasVoted, isRuled: application.state === 'ruled' });
    const inConflict = new Set(panel.conflictsWith(application, record.declarations).keys());
    const chairs = baseOn(application, panel, record).chairId === accountId;
    const asked = { application, edition, panel, record: without(record, inConflict), inConflict, accountId, sees };
    return {
      applicationId,
      name: panel.nameOf(application.accountId),
      institution: institution?.name ?? '',
      country: application.country ?? '',
      state: application.state,
      timeZone: edition.timeZone,
      submittedAt: row.application.submittedAt.toISOString(),
      erasedAt: application.erasedAt?.toISOString() ?? null,
      step,
      claims: [...claims],
      dossier: reads ? await this.dossier(asked) : null,
      previous: among[at - 1]?.application.id ?? null,
      next: among[at + 1]?.application.id ?? null,
      can: {
        declare: awaitsRuling(application.state) && !reads,
        find: isOpen && reads,
        vote: isOpen && reads,
        rule: isOpen && hasVoted && chairs,
        return: reads && chairs && applicationProcess[application.state].to.includes('returned'),
      },
    };
  }

  private async dossier(asked: Asked): Promise<NonNullable<DossierView['dossier']>> {
    const { application, edition, panel, record, inConflict, accountId, sees } = asked;
    const votes = votesThatCount(record.votes);
    const mine = votes.find((vote) => vote.accountId === accountId);
    const evidence = await this.evidence.of(application);
    const ruling = await this.database.read.findOneBy(Ruling, {
      applicationId: application.id,
      number: application.round,
    });
    return {
      form: application.form,
      fields: showing(ownFieldsOf(edition), { form: application.form, evidence }),
      parts: formPartsOf(edition),
      monthsOfExperience: monthsOfExperience(application.form.posts, this.today()),
      evidence: evidence.filter(({ ofAppeal }) => !ofAppeal),
      questions: this.questions(asked),
      history: await this.history.of(application, edition, panel, accountId),
      myVote: mine ? voteShown(panel, application, mine) : null,
      votes: sees ? votes.filter((vote) => vote !== mine).map((vote) => voteShown(panel, application, vote)) : [],
      ruling: ruling && rulingShown(panel, ruling),
      appeal: await this.appeals.of({ application, panel, inConflict, evidence, sees }),
    };
  }

  private questions({ application, edition, panel, record, accountId, sees }: Asked): QuestionView[] {
    const { criteria, exception } = edition.definition.admission;
    const asked = [
      ...criteria,
      ...(exception
        ? [
            {
              id: 'exception:conditions',
              kind: 'exception' as const,
              statement: exception.conditions,
              preCheck: undefined,
            },
            {
              id: 'exception:background',
              kind: 'exception' as const,
              statement: exception.background,
              preCheck: undefined,
            },
          ]
        : []),
    ];
    return asked.map(({ id, kind, statement, preCheck: check }) => {
      const found = record.findings.filter(({ criterionId }) => criterionId === id);
      const mine = found.find((finding) => finding.accountId === accountId);
      return {
        id,
        kind,
        statement,
        preCheck: check && !application.erasedAt ? preCheck(check, application.form, this.today()) : null,
        mine: mine ? { finding: mine.finding, note: mine.note } : null,
        others: sees
          ? found
              .filter((finding) => finding !== mine)
              .map(({ accountId: by, finding, note }) => ({ name: panel.nameOf(by), finding, note }))
          : [],
      };
    });
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

/** What those in conflict may have said before counts for nothing, and shows nowhere. */
const without = (
  { findings, votes, ...record }: DeliberationRecord,
  inConflict: ReadonlySet<string>,
): DeliberationRecord => ({
  ...record,
  findings: findings.filter(({ accountId }) => !inConflict.has(accountId)),
  votes: votes.filter(({ accountId }) => !inConflict.has(accountId)),
});
