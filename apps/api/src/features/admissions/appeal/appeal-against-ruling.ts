import { type Actor, applicationProcess, become, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { RulingAppealed } from '../dossier/admissions.events';
import { keepVersion } from '../dossier/keep-version';
import { lockOwnApplication } from '../dossier/lock-own-application';
import { Appeal } from './appeal.entity';
import { AppealWindow } from './appeal-window';

/**
 * Appeals against the ruling on the actor's own application: it goes back to the commission, with a statement and new
 * evidence.
 */
@Injectable()
export class AppealAgainstRuling {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly clerk: AppealWindow,
    private readonly clock: Clock,
  ) {}

  /**
   * Refusals: admissions.already-appealed, admissions.nothing-to-appeal, admissions.appeal-too-late,
   * admissions.no-such-step.
   */
  async run(actor: Actor, editionId: string, statement: string): Promise<{ id: string }> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const id = newId();
    const at = this.clock.now();
    try {
      await this.transaction.run(async (tx) => {
        const application = await lockOwnApplication(tx, actor, editionId);
        orRefuse((await this.clerk.standing(application, edition)).answer);
        await tx.insert(Appeal, { id, applicationId: application.id, statement, at });
        await keepVersion(
          tx,
          Object.assign(application, {
            state: orRefuse(become(applicationProcess, application.state, 'appealed', 'admissions.no-such-step')),
            round: 2,
          }),
          at,
        );
        await tx.publish(new RulingAppealed(application.id));
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('admissions.already-appealed')) : error;
    }
    return { id };
  }
}
