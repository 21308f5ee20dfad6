import type { DossierView, QuestionView, VoteView } from '@libretto/contracts';
import { type Actor, applicationProcess, awaitsRuling, isBeforeCommission, monthsOfExperience, preCheck, seesOthers, showing, whoChairs } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/http/refused';
import { InstitutionDirectory } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { Application } from '../application/application.entity';
import type { Bench } from './bench';
import { CommissionDesk } from './commission-desk';
import { DossierHistory } from './dossier-history';
import { type Said, votesThatCount } from './deliberation';
import { AssignedReading } from '../assignment/assigned-reading';
import { EvidenceShelf } from '../application/evidence-shelf';
import { ownFieldsOf } from '../application/terms';
import { Ruling } from '../ruling/ruling.entity';
import { saidOf } from './said';

/** What is asked of one dossier by one member, and what they may see of it. */
interface Asked {
  application: Application;
  edition: EditionCard;
  bench: Bench;
  said: Said;
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
    private readonly shelf: EvidenceShelf,
    private readonly history: DossierHistory,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, { editionId, applicationId }: { editionId: string; applicationId: string }, only?: 'assigned'): Promise<DossierView> {
    const edition = await this.editions.byId(editionId);
    const { rows: open, bench } = await this.desk.rows(actor, editionId);
    const { rows } = await this.assigned.first(actor, open, only);
    const row = open.find(({ application }) => application.id === applicationId);
    // Opened by its address, outside of what is filtered: its neighbours are those of all.
    const among = row && rows.includes(row) ? rows : open;
    const at = among.findIndex((one) => one === row);
    if (!edition || !row?.application.submittedAt) throw notFound();
    const application = await this.database.read.findOneByOrFail(Application, { id: applicationId });
    const { step } = row;
    const { accountId } = actor;
    const said = await saidOf(this.database.read, [application]);
    const institution = (await this.institutions.byIds([application.institutionId ?? ''])).get(application.institutionId ?? '');
    const reads = said.declarations.some((one) => one.accountId === accountId && !one.inConflict);
    const isOpen = isBeforeCommission(application.state);
    const hasVoted = said.votes.some((vote) => vote.accountId === accountId);
    const sees = seesOthers({ hasVoted, isRuled: application.state === 'ruled' });
    const inConflict = new Set(bench.conflictsWith(application, said.declarations).keys());
    const asked = { application, edition, bench, said: without(said, inConflict), accountId, sees };
    const chairs = whoChairs(bench.members, inConflict) === accountId;
    return {
      applicationId,
      name: bench.nameOf(application.accountId),
      institution: institution?.name ?? '',
      country: application.country ?? '',
      state: application.state,
      submittedAt: row.application.submittedAt.toISOString(),
      erasedAt: application.erasedAt?.toISOString() ?? null,
      step,
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
    const { application, edition, bench, said, accountId, sees } = asked;
    const votes = votesThatCount(said.votes);
    const voteView = ({ accountId: by, choice, reason, at }: (typeof votes)[number]): VoteView => ({
      name: bench.nameOf(by),
      choice,
      reason,
      at: at.toISOString(),
      beforeAnswer: application.answeredAt !== null && at < application.answeredAt,
    });
    const mine = votes.find((vote) => vote.accountId === accountId);
    const evidence = await this.shelf.of(application.id);
    const [ruling] = await this.database.read.find(Ruling, {
      where: { applicationId: application.id },
      order: { number: 'DESC' },
      take: 1,
    });
    return {
      form: application.form,
      fields: showing(ownFieldsOf(edition), { form: application.form, evidence }),
      monthsOfExperience: monthsOfExperience(application.form.posts, this.today()),
      evidence,
      questions: this.questions(asked),
      history: await this.history.of(application, edition, bench, accountId),
      myVote: mine ? voteView(mine) : null,
      votes: sees ? votes.filter((vote) => vote !== mine).map(voteView) : [],
      ruling: ruling
        ? {
            outcome: ruling.outcome,
            reason: ruling.reason,
            at: ruling.at.toISOString(),
            by: bench.nameOf(ruling.byId),
            decidedByChair: ruling.decidedByChair,
          }
        : null,
    };
  }

  private questions({ application, edition, bench, said, accountId, sees }: Asked): QuestionView[] {
    const { criteria, exception } = edition.definition.admission;
    const asked = [
      ...criteria,
      ...(exception
        ? [
            { id: 'exception:conditions', kind: 'exception' as const, statement: exception.conditions, preCheck: undefined },
            { id: 'exception:background', kind: 'exception' as const, statement: exception.background, preCheck: undefined },
          ]
        : []),
    ];
    return asked.map(({ id, kind, statement, preCheck: check }) => {
      const found = said.findings.filter(({ criterionId }) => criterionId === id);
      const mine = found.find((finding) => finding.accountId === accountId);
      return {
        id,
        kind,
        statement,
        preCheck: check ? preCheck(check, application.form, this.today()) : null,
        mine: mine ? { finding: mine.finding, note: mine.note } : null,
        others: sees
          ? found
              .filter((finding) => finding !== mine)
              .map(({ accountId: by, finding, note }) => ({ name: bench.nameOf(by), finding, note }))
          : [],
      };
    });
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

/** What those in conflict may have said before counts for nothing, and shows nowhere. */
const without = ({ declarations, findings, votes }: Said, inConflict: ReadonlySet<string>): Said => ({
  declarations,
  findings: findings.filter(({ accountId }) => !inConflict.has(accountId)),
  votes: votes.filter(({ accountId }) => !inConflict.has(accountId)),
});
