import {
  type Actor,
  answersToSend,
  asAsked,
  commissionRoles,
  missingFrom,
  showing,
  submit,
  takesApplications,
  withoutRowIds,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory, RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { ApplicationSubmitted } from '../dossier/admissions.events';
import { CommissionPanels } from '../dossier/commission-panel';
import type { DossierReturn } from '../return/dossier-return.entity';
import { resumeReview } from '../return/resume-review';
import { openReturn } from '../return/returns-of';
import type { Application } from '../dossier/application.entity';
import { Evidence, inHand } from '../dossier/evidence.entity';
import { formInHand, keepVersion } from '../dossier/keep-version';
import { lockOwnApplication } from '../dossier/lock-own-application';
import { asksOf, formPartsOf, ownFieldsOf } from '../dossier/terms';

/** Submits the actor's application to the commission, once it is complete and in time; or again, with its answers. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly roles: RoleRegister,
    private readonly panels: CommissionPanels,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.not-open, admissions.answer-too-late, admissions.incomplete, admissions.sits-in-commission,
   * admissions.no-such-step.
   */
  async run(actor: Actor, editionId: string): Promise<void> {
    const now = this.clock.now();
    const takenOut = await this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      const { id: applicationId } = application;
      // Nobody gets a seat among those who judge applications meanwhile.
      await this.editions.holdRoles(tx, editionId);
      const [found, people, seats, evidence] = await Promise.all([
        this.editions.byId(editionId),
        this.people.byIds([actor.accountId]),
        this.roles.holders(editionId, commissionRoles),
        this.database.rows(
          rowsOf(Evidence, 'WHERE it.applicationId = :applicationId AND it.standing IN (:...inHand)', {
            applicationId,
            inHand,
          }),
        ),
      ]);
      const edition = orNotFound(found);
      const worksAt = people.get(actor.accountId)?.institution;
      const institution = worksAt ? await this.institutions.lock(tx, worksAt.id) : null;
      const sitsInCommission = seats.some(({ accountId }) => accountId === actor.accountId);
      const asked = application.state === 'returned' ? await openReturn(tx, application.id) : null;
      const form = withoutRowIds(formInHand(application));
      const dossier = { form, evidence, institutionId: institution?.id ?? null };
      const toSend = asAsked(formPartsOf(edition), dossier);
      const standing = {
        state: application.state,
        sitsInCommission,
        missing: missingFrom(dossier, asksOf(edition)).length,
        takesApplications: takesApplications(edition, now),
        answerUntil: asked?.answerUntil ?? null,
      };
      const submitted = orRefuse(submit(standing, now));
      const { id: institutionId, country } = institution ?? { id: null, country: null };
      const fields = ownFieldsOf(edition);
      const sent = { ...toSend.form, answers: answersToSend(fields, toSend) };
      const shown = new Set<string | null>([null, ...showing(fields, toSend).map(({ id }) => id)]);
      const unsent = evidence.filter((one) => !toSend.evidence.includes(one) || !shown.has(one.fieldId));
      const hidden = await this.takeOut(tx, unsent, application.version === 0);
      const submittedAt = application.submittedAt ?? now;
      Object.assign(application, { form: sent, rework: null, submittedAt, institutionId, country });
      if (asked) await this.answer(tx, application, asked, now);
      else application.state = submitted;
      await keepVersion(tx, application, now);
      await tx.publish(new ApplicationSubmitted(application.id, asked?.id));
      return hidden;
    });
    for (const fileId of takenOut) await this.files.erase(fileId);
  }

  /** The commission's work goes on where it was. */
  private async answer(tx: Tx, application: Application, asked: DossierReturn, answeredAt: Date): Promise<void> {
    await tx.save(Object.assign(asked, { answeredAt }));
    application.answeredAt = answeredAt;
    await resumeReview(tx, this.panels, application);
  }

  /**
   * Takes out files that were uploaded to a field that no longer shows, or to a part that is not asked: the commission
   * does not get them. Answers the ids of the files to erase; files of a submitted version stay.
   */
  private async takeOut(tx: Tx, hidden: readonly Evidence[], isFirst: boolean): Promise<string[]> {
    const known = isFirst ? [] : hidden.filter(({ standing }) => standing === 'in');
    for (const { id } of known) await tx.manager.update(Evidence, { id }, { standing: 'taken-out' });
    const unknown = hidden.filter((one) => !known.includes(one));
    for (const { id, fileId } of unknown) {
      await tx.manager.delete(Evidence, { id });
      await this.files.forget(tx, fileId);
    }
    return unknown.map(({ fileId }) => fileId);
  }
}
