import { EditionChanged, EditionDirectory } from '../editions';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { PlaceAllocation } from './place-allocation';

/** An edition may have grown: its new places go to the waiting lists in the same commit. */
@ReactsTo(EditionChanged)
export class FillGrownEdition implements Reaction<EditionChanged> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  async react({ editionId }: EditionChanged, tx: Tx): Promise<void> {
    await this.allocation.handOn(tx, await this.editions.lock(tx, editionId));
  }
}
