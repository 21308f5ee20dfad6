import { type Actor, applicationProcess, become, submit, takesApplications } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/http/refused';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { ApplicationSubmitted } from '../admissions.events';
import { Evidence } from './evidence.entity';
import { lockOwnApplication } from './lock-own-application';
import { preChecksOf } from './terms';

/** Submits somebody’s application to the commission, once it is complete and while there is time. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, editionId: string): Promise<void> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw notFound();
    const institution = (await this.people.byIds([actor.accountId])).get(actor.accountId)?.institution ?? null;
    const now = this.clock.now();
    await this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      const state = orRefuse(become(applicationProcess, application.state, 'submitted', 'admissions.no-such-step'));
      const evidence = (await tx.manager.findBy(Evidence, { applicationId: application.id })).map(({ kind }) => kind);
      const dossier = { form: application.form, evidence, institutionId: institution?.id ?? null };
      orRefuse(submit(dossier, preChecksOf(edition), { takesApplications: takesApplications(edition, now) }));
      const { id: institutionId, country } = institution ?? { id: null, country: null };
      await tx.save(Object.assign(application, { state, submittedAt: now, institutionId, country }));
      await tx.publish(new ApplicationSubmitted(application.id));
    });
  }
}
