import type { MyApplication } from '@libretto/contracts';
import {
  type Actor,
  agree,
  asAsked,
  canBeEdited,
  changeIn,
  edit,
  missingFrom,
  start,
  submit,
  takesApplications,
  withdraw,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { type InstitutionCard, peopleWith } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { offeredRows } from '../../places';
import { mayReadDesk } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { evidenceRows } from '../dossier/evidence-queries';
import { inHand } from '../dossier/evidence.entity';
import { Appeal } from '../appeal/appeal.entity';
import { AppealWindow } from '../appeal/appeal-window';
import { Ruling } from '../dossier/ruling.entity';
import { returnRows, returnsShown } from '../return/returns-of';
import { formInHand } from '../dossier/keep-version';
import { handOf } from '../dossier/lock-own-application';
import { asksOf, formPartsOf, ownFieldsOf } from '../dossier/terms';

/** The actor's own application, and the parts that it still lacks. */
@Injectable()
export class OwnApplication {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly clerk: AppealWindow,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, editionId: string): Promise<MyApplication> {
    const { accountId } = actor;
    const [edition, rows] = await Promise.all([this.editions.byId(editionId), this.rows(editionId, accountId)]);
    if (!edition || edition.state === 'draft') throw notFound();
    const application = rows.applications[0] ?? null;
    const institution = rows.people[0]?.institution ?? null;
    const now = this.clock.now();
    const isTaking = takesApplications(edition, now);
    const sitsInCommission = mayReadDesk(actor, { editionId });
    const changes = changeIn(edition.state);
    const first = rows.rulings.find(({ number }) => number === 1);
    const appealing = application && this.clerk.standingOf(application, edition, first, rows.offers.length > 0);
    const canAppeal = appealing?.answer === true;
    const view = application && this.view(application, rows, edition, institution, canAppeal ? appealing.until : null);
    const { criteria, exception } = edition.definition.admission;
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      closesAt: edition.applicationsCloseAt.toISOString(),
      startsOn: edition.startsOn,
      criteria: criteria.map(({ preCheck, ...criterion }) => ({ ...criterion, about: preCheck?.about ?? null })),
      parts: formPartsOf(edition),
      exception: exception ?? null,
      fields: ownFieldsOf(edition),
      illustrative: edition.definition.illustrative,
      institution,
      application: view,
      can: {
        start: agree(start({ hasApplied: application !== null, sitsInCommission, takesApplications: isTaking })),
        edit: application !== null && agree(changes, edit(handOf(application))),
        submit:
          view !== null &&
          agree(changes, submit({ ...standingOf(view), sitsInCommission, takesApplications: isTaking }, now)),
        withdraw: application !== null && agree(withdraw(handOf(application))),
        appeal: canAppeal,
      },
    };
  }

  /** The actor's applications in all editions, the newest first. */
  async all({ accountId }: Actor) {
    const applications = await this.database.rows(
      rowsOf(
        Application,
        'WHERE it.accountId = :accountId',
        { accountId },
        { columns: ['id', 'editionId', 'state'], by: ['id'] },
      ),
    );
    const editions = await this.editions.byIds(applications.map(({ editionId }) => editionId));
    return {
      items: applications.toReversed().flatMap(({ editionId, state }) => {
        const edition = editions.get(editionId);
        return edition ? [{ editionId, edition: edition.name, programme: edition.definition.title, state }] : [];
      }),
    };
  }

  /** Everything of somebody's application, in one statement. */
  private rows(editionId: string, accountId: string) {
    const own = 'SELECT id FROM application WHERE editionId = :editionId AND accountId = :accountId';
    const ofIt = [`WHERE it.applicationId IN (${own})`, { editionId, accountId }] as const;
    return this.database.together({
      applications: rowsOf(Application, `WHERE it.id IN (${own})`, { editionId, accountId }),
      people: peopleWith([accountId]),
      evidence: evidenceRows(own, inHand, { editionId, accountId }),
      rulings: rowsOf(Ruling, ...ofIt, { by: ['number'] }),
      appeals: rowsOf(Appeal, ...ofIt),
      offers: offeredRows(own, { editionId, accountId }),
      ...returnRows(own, { editionId, accountId }),
    });
  }

  private view(
    application: Application,
    { evidence, rulings, appeals, ...rows }: Awaited<ReturnType<OwnApplication['rows']>>,
    edition: EditionCard,
    institution: InstitutionCard | null,
    appealUntil: Date | null,
  ): NonNullable<MyApplication['application']> {
    const { id, state, submittedAt, institutionId } = application;
    const [first, ruling, appeal] = [rulings[0], rulings.at(-1), appeals[0]];
    const written = {
      form: formInHand(application),
      evidence,
      institutionId: institutionId ?? institution?.id ?? null,
    };
    // A submitted form stays as it was, even if a later version of the programme asks for other parts.
    const dossier = canBeEdited(state) ? asAsked(formPartsOf(edition), written) : written;
    return {
      id,
      state,
      form: dossier.form,
      evidence: dossier.evidence,
      submittedAt: submittedAt?.toISOString() ?? null,
      erasedAt: application.erasedAt?.toISOString() ?? null,
      missing: canBeEdited(state) ? missingFrom(dossier, asksOf(edition)) : [],
      returns: returnsShown(rows).map(({ byId: _, ...asked }) => asked),
      ruling: ruling ? said(ruling) : null,
      appealUntil: appealUntil?.toISOString() ?? null,
      appeal: appeal && first ? { statement: appeal.statement, at: appeal.at.toISOString(), first: said(first) } : null,
    };
  }
}

const said = ({ outcome, at, reason }: Ruling) => ({ outcome, at: at.toISOString(), reason });

/** What of an application decides whether it may go to the commission. */
const standingOf = ({ state, missing, returns: [last] }: NonNullable<MyApplication['application']>) => ({
  state,
  missing: missing.length,
  answerUntil: state === 'returned' && last ? new Date(last.answerUntil) : null,
});
