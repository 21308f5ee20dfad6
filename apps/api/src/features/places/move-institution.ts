import { moveSeats, refuse } from '@libretto/domain';
import { In } from 'typeorm';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { Refused } from '../../platform/refusals/refused';
import { ReactsTo } from '../../platform/jobs/handler';
import { InstitutionMoved } from '../accounts';
import { EditionDirectory } from '../editions';
import { Enrolment } from './enrolment.entity';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';
import { placesOf } from './places-of';
import { WaitingListEntry } from './waiting-list-entry.entity';

/**
 * Places and waiting-list entries of a moved institution count for the one it has become. Refused if that would be more
 * than one institution, or its country, may have; a place that becomes free goes to the waiting list. Closed editions
 * are not counted any more.
 */
@ReactsTo(InstitutionMoved)
export class MoveInstitution implements Reaction<InstitutionMoved> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  async react({ fromId, intoId, country }: InstitutionMoved, tx: Tx): Promise<void> {
    const to = { institutionId: intoId, country };
    const where = { institutionId: In([fromId, intoId]) };
    const select = { id: true, editionId: true } as const;
    const concerned = [
      ...(await tx.manager.find(Offer, { select, where })),
      ...(await tx.manager.find(WaitingListEntry, { select, where })),
    ];
    for (const editionId of [...new Set(concerned.map((one) => one.editionId))].sort()) {
      const edition = await this.editions.lock(tx, editionId);
      const isOver = edition.state === 'closed';
      const may = isOver || moveSeats(await placesOf(tx.manager, edition), fromId, to);
      if (may !== true) throw new Refused(refuse(`places.move-${may}`, { edition: edition.name }));
      const theirs = { editionId, institutionId: fromId };
      await tx.manager.update(Offer, theirs, to);
      await tx.manager.update(WaitingListEntry, theirs, to);
      await tx.manager.update(Enrolment, theirs, to);
      if (!isOver) await this.allocation.handOn(tx, edition);
    }
  }
}
