import { mostMarkers, needsToOpen, openEdition } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/refusals/refused';
import { RoleRegister } from '../accounts';
import { Edition } from './edition.entity';
import { EditionDirectory } from './edition-directory';
import { peopleRoles } from './people-roles';

/**
 * Opens a draft that has its commission, a tutor and the days for its hours: it shows in the catalogue and takes
 * applications.
 */
@Injectable()
export class OpenEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roles: RoleRegister,
    private readonly directory: EditionDirectory,
  ) {}

  /** Refusals: editions.not-ready, editions.no-such-step, editions.deadline-is-past. */
  run(id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await tx.lock(Edition, id);
      // Roles change only under the edition's lock, so the committed ones are complete.
      const { definition } = await this.directory.lock(tx, id);
      const needs = needsToOpen(await peopleRoles(this.roles, id), edition, {
        hours: definition.workload.hours,
        markers: mostMarkers(definition),
      });
      edition.state = orRefuse(openEdition(edition, needs, this.clock.now()));
      await tx.save(edition);
    });
  }
}
