import { type Actor, answersToSend, applicationProcess, become, showing, submit, takesApplications } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { notFound, orRefuse } from '../../../platform/http/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { ApplicationSubmitted } from '../admissions.events';
import { Evidence } from './evidence.entity';
import { lockOwnApplication } from './lock-own-application';
import { asksOf, ownFieldsOf } from './terms';

/** Submits somebody’s application to the commission, once it is complete and while there is time. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, editionId: string): Promise<void> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const institution = (await this.people.byIds([actor.accountId])).get(actor.accountId)?.institution ?? null;
    const now = this.clock.now();
    const takenOut = await this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      const state = orRefuse(become(applicationProcess, application.state, 'submitted', 'admissions.no-such-step'));
      const { form } = application;
      const evidence = await tx.manager.findBy(Evidence, { applicationId: application.id });
      const dossier = { form, evidence, institutionId: institution?.id ?? null };
      orRefuse(submit(dossier, asksOf(edition), { takesApplications: takesApplications(edition, now) }));
      const { id: institutionId, country } = institution ?? { id: null, country: null };
      const fields = ownFieldsOf(edition);
      const sent = { ...form, answers: answersToSend(fields, dossier) };
      await tx.save(Object.assign(application, { state, form: sent, submittedAt: now, institutionId, country }));
      await tx.publish(new ApplicationSubmitted(application.id));
      return this.takeOutHidden(tx, evidence, new Set(showing(fields, dossier).map(({ id }) => id)));
    });
    for (const fileId of takenOut) await this.files.erase(fileId);
  }

  /** What was uploaded to a field that does not show any more is nothing for the commission. The ids of the files. */
  private async takeOutHidden(tx: Tx, evidence: readonly Evidence[], shown: ReadonlySet<string>): Promise<string[]> {
    const hidden = evidence.filter(({ fieldId }) => fieldId !== null && !shown.has(fieldId));
    for (const { id, fileId } of hidden) {
      await tx.manager.delete(Evidence, { id });
      await this.files.forget(tx, fileId);
    }
    return hidden.map(({ fileId }) => fileId);
  }
}
