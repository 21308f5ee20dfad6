import { become, editionProcess, needsOf, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse, Refused } from '../../platform/http/refused';
import { RoleBook } from '../accounts';
import { Edition } from './edition.entity';
import { peopleRoles } from './people-roles';

/** Opens a draft that has its commission and a tutor: it shows in the catalogue and takes applications. */
@Injectable()
export class OpenEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly roles: RoleBook,
  ) {}

  run(id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await tx.lock(Edition, id);
      edition.state = orRefuse(become(editionProcess, edition.state, 'open', 'editions.no-such-step'));
      if (edition.applicationsCloseAt <= this.clock.now()) throw new Refused(refuse('editions.deadline-is-past'));
      // Roles change under the edition's lock only, so what is committed is what there is.
      const needs = needsOf(await peopleRoles(this.roles, id, tx.manager));
      if (needs.length) throw new Refused(refuse('editions.not-ready', { needs: needs.join(', ') }));
      await tx.save(edition);
    });
  }
}
