import type { copyEdition, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, daysBetween, laterDay, refuse, shiftedBy } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { orNotFound, Refused } from '../../platform/refusals/refused';
import { EditionDirectory } from './edition-directory';
import { EditionCopied } from './editions.events';
import { PlanEdition } from './plan-edition';

/** Plans an edition like another one, some days later: a draft with the newest version of its programme. */
@Injectable()
export class CopyEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly planning: PlanEdition,
  ) {}

  /**
   * Other features copy what is theirs in the same commit; people stay with the edition that they belong to.
   * Refusals: editions.copy-starts-in-the-past, editions.closes-after-start.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof copyEdition>): Promise<{ id: string }> {
    const original = orNotFound(await this.editions.byId(params.editionId));
    const { timeZone, capacity, othersSharePlaces } = original;
    if (body.startsOn <= dayOf(this.clock.now(), timeZone))
      throw new Refused(refuse('editions.copy-starts-in-the-past'));
    const days = daysBetween(original.startsOn, body.startsOn);
    return this.transaction.run(async (tx) => {
      const copyId = await this.planning.within(tx, {
        programmeId: original.programme.id,
        name: body.name,
        startsOn: body.startsOn,
        endsOn: laterDay(original.endsOn, days),
        applicationsCloseAt: shiftedBy(original.applicationsCloseAt, timeZone, days).toISOString(),
        timeZone,
        capacity,
      });
      await this.editions.letOthersShare(tx, copyId, othersSharePlaces);
      await tx.publish(new EditionCopied(original.id, copyId, days, actor.accountId));
      return { id: copyId };
    });
  }
}
