import type { DossierView, InputOf, QuestionView, readDossier } from '@libretto/contracts';
import {
  type Actor,
  agree,
  asItLiesBefore,
  changeIn,
  declare,
  monthsOfExperience,
  preCheck,
  type QuorumBase,
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
import { type RowsRead, rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { institutionRows } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { appealBesideFirstRuling } from '../appeal/appeal-beside-first-ruling';
import { Appeal } from '../appeal/appeal.entity';
import { Application } from '../dossier/application.entity';
import { rulingShown, voteShown } from '../dossier/as-shown';
import { type CommissionPanel, idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { CommissionDesk } from './commission-desk';
import { historyOf, versionRows, viewedBefore, viewedRows } from './dossier-history';
import { answerEndFor } from '../return/return-application';
import { baseOn, deliberationOn } from '../dossier/deliberation';
import { evidenceRows } from '../dossier/evidence-queries';
import { asSubmitted } from '../dossier/evidence.entity';
import { returnRows, returnsShown } from '../return/returns-of';
import { formPartsOf, ownFieldsOf, termsOf } from '../dossier/terms';
import { Ruling } from '../dossier/ruling.entity';
import { type DeliberationRecord, recordOf, recordRows } from '../dossier/deliberation-record';

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

/** The rows that a dossier is shown from. */
type Read = Awaited<ReturnType<DossierBesideCriteria['rows']>> & RowsRead<ReturnType<typeof versionRows>>;

/** One dossier beside the criteria, as one member may see it. */
@Injectable()
export class DossierBesideCriteria {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  async of(
    { accountId }: Actor,
    { editionId, applicationId }: { editionId: string; applicationId: string },
    sought: Which,
  ): Promise<DossierView> {
    const [edition, rows] = await Promise.all([
      this.editions.byId(editionId),
      this.rows({ accountId, editionId }, applicationId),
    ]);
    const [[entry], [stored]] = [rows.entries, rows.applications];
    if (!edition || !entry || !stored) throw notFound();
    const panel = panelOf(rows);
    const recorded = recordOf(rows, [stored]);
    const known = panel.readingOf(accountId, stored, recorded.declarations);
    if (known === 'outside' || known === 'in-conflict') throw notFound();
    const decidesIn = ({ members }: QuorumBase) => members.some((member) => member.accountId === accountId);
    const asStored = baseOn(stored, panel, recorded);
    // As it lies before this member: on appeal not always as it is.
    const application = asItLiesBefore(stored, () => decidesIn(asStored));
    const record = recordOf(rows, [application]);
    const before = viewedBefore(rows.viewed, application);
    const beside = await this.database.together({
      ...this.desk.neighbourRows({ accountId, editionId }, entry, sought),
      ...versionRows(applicationId, before ? [before.version, application.version] : []),
    });
    const { state } = application;
    const hasVoted = record.votes.some((vote) => vote.accountId === accountId);
    const sees = seesOthers({ hasVoted, isRuled: state === 'ruled' });
    const inConflict = new Set(panel.conflictsWith(application, record.declarations).keys());
    const base = application === stored ? asStored : baseOn(application, panel, record);
    const reading = panel.readingOf(accountId, application, record.declarations);
    const reads = reading === 'reads';
    const works = workOn({ state, reading, decides: decidesIn(base) });
    const changes = changeIn(edition.state);
    const asked = { application, edition, panel, record: without(record, inConflict), inConflict, accountId, sees };
    const read = { ...rows, ...beside };
    return {
      applicationId,
      name: panel.nameOf(application.accountId),
      institution: rows.institution[0]?.[1].name ?? '',
      country: application.country ?? '',
      state,
      timeZone: edition.timeZone,
      submittedAt: entry.submittedAt.toISOString(),
      erasedAt: application.erasedAt?.toISOString() ?? null,
      step: entry.step,
      claims: entry.claims,
      dossier: reads ? this.dossier(asked, read) : null,
      previous: beside.previous[0] ?? null,
      next: beside.next[0] ?? null,
      can: {
        declare: agree(changes, declare({ state, reading }, { inConflict: false })),
        find: agree(changes, works),
        vote: agree(changes, works),
        rule: agree(changes, readyToRule(deliberationOn(application, termsOf(edition), panel, record), accountId)),
        return: agree(
          changes,
          works,
          returnBy({ state, chairId: base.chairId }, accountId),
          answerEndFor(edition, this.clock.now()),
        ),
      },
    };
  }

  /** All that is read of a dossier whoever the member is, in one statement. */
  private rows(whose: { accountId: string; editionId: string }, applicationId: string) {
    const ofThis = { applicationId };
    return this.database.together({
      entries: this.desk.entryRows(whose, applicationId),
      applications: rowsOf(Application, 'WHERE it.id = :applicationId', ofThis),
      institution: institutionRows('SELECT institutionId AS id FROM application WHERE id = :applicationId', ofThis),
      ...panelRows(whose.editionId, idsOfApplicants, { applicationIds: [applicationId] }),
      ...recordRows([applicationId]),
      evidence: evidenceRows(':applicationId', asSubmitted, ofThis),
      rulings: rowsOf(Ruling, 'WHERE it.applicationId = :applicationId', ofThis),
      appeals: rowsOf(Appeal, 'WHERE it.applicationId = :applicationId', ofThis),
      viewed: viewedRows(applicationId, whose.accountId),
      ...returnRows(':applicationId', ofThis),
    });
  }

  private dossier(asked: Asked, read: Read): NonNullable<DossierView['dossier']> {
    const { application, edition, panel, record, inConflict, accountId, sees } = asked;
    const votes = votesThatCount(record.votes);
    const mine = votes.find((vote) => vote.accountId === accountId);
    const evidence = read.evidence.filter(({ ofAppeal }) => application.round === 2 || !ofAppeal);
    const rulingOf = (round: number) => read.rulings.find(({ number }) => number === round);
    const ruling = rulingOf(application.round);
    return {
      form: application.form,
      fields: showing(ownFieldsOf(edition), { form: application.form, evidence }),
      parts: formPartsOf(edition),
      monthsOfExperience: monthsOfExperience(application.form.posts, this.today()),
      evidence: evidence.filter(({ ofAppeal }) => !ofAppeal),
      questions: this.questions(asked),
      history: historyOf({
        ...{ application, edition, panel },
        returns: returnsShown(read),
        viewed: read.viewed,
        versions: read.versions,
        institutions: new Map(read.institutions),
      }),
      myVote: mine ? voteShown(panel, application, mine) : null,
      votes: sees ? votes.filter((vote) => vote !== mine).map((vote) => voteShown(panel, application, vote)) : [],
      ruling: ruling ? rulingShown(panel, ruling) : null,
      appeal: appealBesideFirstRuling({
        ...{ application, panel, inConflict, evidence, sees },
        appeal: read.appeals[0],
        first: rulingOf(1),
        votes: recordOf(read, [{ id: application.id, round: 1 }]).votes,
      }),
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
