import type { EvidenceView, MyApplication } from '@libretto/contracts';
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
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, type InstitutionCard } from '../../accounts';
import { type EditionCard, EditionDirectory } from '../../editions';
import { mayReadDesk } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { EvidenceQueries } from '../dossier/evidence-queries';
import { Appeal } from '../appeal/appeal.entity';
import { AppealWindow } from '../appeal/appeal-window';
import { Ruling } from '../dossier/ruling.entity';
import { returnsOf } from '../return/returns-of';
import { formInHand } from '../dossier/keep-version';
import { handOf } from '../dossier/lock-own-application';
import { asksOf, formPartsOf, ownFieldsOf } from '../dossier/terms';

/** The actor's own application, and the parts that it still lacks. */
@Injectable()
export class OwnApplication {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly evidence: EvidenceQueries,
    private readonly clerk: AppealWindow,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, editionId: string): Promise<MyApplication> {
    const edition = await this.editions.byId(editionId);
    if (!edition || edition.state === 'draft') throw notFound();
    const { accountId } = actor;
    const application = await this.database.read.findOneBy(Application, { editionId, accountId });
    const institution = (await this.people.byIds([accountId])).get(accountId)?.institution ?? null;
    const now = this.clock.now();
    const isTaking = takesApplications(edition, now);
    const sitsInCommission = mayReadDesk(actor, { editionId });
    const changes = changeIn(edition.state);
    const evidence = application ? await this.evidence.inHand(application.id) : [];
    const appealing = application && (await this.clerk.standing(application, edition));
    const canAppeal = appealing?.answer === true;
    const view =
      application && (await this.view(application, evidence, edition, institution, canAppeal ? appealing.until : null));
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
    const applications = await this.database.read.find(Application, { where: { accountId }, order: { id: 'DESC' } });
    const editions = await this.editions.byIds(applications.map(({ editionId }) => editionId));
    return {
      items: applications.flatMap(({ editionId, state }) => {
        const edition = editions.get(editionId);
        return edition ? [{ editionId, edition: edition.name, programme: edition.definition.title, state }] : [];
      }),
    };
  }

  private async view(
    application: Application,
    evidence: EvidenceView[],
    edition: EditionCard,
    institution: InstitutionCard | null,
    appealUntil: Date | null,
  ): Promise<NonNullable<MyApplication['application']>> {
    const { id, state, submittedAt, institutionId } = application;
    const rulings = await this.database.read.find(Ruling, { where: { applicationId: id }, order: { number: 'ASC' } });
    const [first, ruling] = [rulings[0], rulings.at(-1)];
    const appeal = await this.database.read.findOneBy(Appeal, { applicationId: id });
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
      returns: (await returnsOf(this.database.read, id)).map(({ byId: _, ...asked }) => asked),
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
