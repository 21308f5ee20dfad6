import type { DossierView, InputOf, QuestionView, readDossier } from '@libretto/contracts';
import {
  type Actor,
  agree,
  asItLiesBefore,
  changeIn,
  declare,
  monthsOfExperience,
  preCheck,
  readyToRule,
  returnBy,
  seesOthers,
  showing,
  votesThatCount,
  workOn,
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
import { type CommissionPanel, CommissionPanels } from '../dossier/commission-panel';
import { CommissionDesk } from './commission-desk';
import { DossierHistory } from './dossier-history';
import { answerEndFor } from '../return/return-application';
import { baseOn, decidesOn, deliberationOn } from '../dossier/deliberation';
import { EvidenceQueries } from '../dossier/evidence-queries';
import { formPartsOf, ownFieldsOf, termsOf } from '../dossier/terms';
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
    private readonly panels: CommissionPanels,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly evidence: EvidenceQueries,
    private readonly history: DossierHistory,
    private readonly appeals: AppealBesideFirstRuling,
    private readonly clock: Clock,
  ) {}

  async of(
    { accountId }: Actor,
    { editionId, applicationId }: { editionId: string; applicationId: string },
    sought: Which,
  ): Promise<DossierView> {
    const edition = await this.editions.byId(editionId);
    const onDesk = await this.desk.at({ accountId, editionId }, applicationId, sought);
    if (!edition || !onDesk) throw notFound();
    const stored = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const panel = await this.panels.of(editionId, [stored.accountId]);
    const recorded = await deliberationRecordOf(this.database.read, [stored]);
    const known = panel.readingOf(accountId, stored, recorded.declarations);
    if (known === 'outside' || known === 'in-conflict') throw notFound();
    // As it lies before this member: on appeal not always as it is.
    const application = asItLiesBefore(stored, () => decidesOn(accountId, stored, panel, recorded));
    const record =
      application.round === stored.round ? recorded : await deliberationRecordOf(this.database.read, [application]);
    const institution = (await this.institutions.byIds([application.institutionId ?? ''])).get(
      application.institutionId ?? '',
    );
    const { state } = application;
    const hasVoted = record.votes.some((vote) => vote.accountId === accountId);
    const sees = seesOthers({ hasVoted, isRuled: state === 'ruled' });
    const inConflict = new Set(panel.conflictsWith(application, record.declarations).keys());
    const { chairId, members } = baseOn(application, panel, record);
    const reading = panel.readingOf(accountId, application, record.declarations);
    const reads = reading === 'reads';
    const works = workOn({ state, reading, decides: members.some((member) => member.accountId === accountId) });
    const changes = changeIn(edition.state);
    const asked = { application, edition, panel, record: without(record, inConflict), inConflict, accountId, sees };
    return {
      applicationId,
      name: panel.nameOf(application.accountId),
      institution: institution?.name ?? '',
      country: application.country ?? '',
      state,
      timeZone: edition.timeZone,
      submittedAt: onDesk.entry.submittedAt.toISOString(),
      erasedAt: application.erasedAt?.toISOString() ?? null,
      step: onDesk.entry.step,
      claims: onDesk.entry.claims,
      dossier: reads ? await this.dossier(asked) : null,
      previous: onDesk.previous,
      next: onDesk.next,
      can: {
        declare: agree(changes, declare({ state, reading }, { inConflict: false })),
        find: agree(changes, works),
        vote: agree(changes, works),
        rule: agree(changes, readyToRule(deliberationOn(application, termsOf(edition), panel, record), accountId)),
        return: agree(changes, works, returnBy({ state, chairId }, accountId), answerEndFor(edition, this.clock.now())),
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
