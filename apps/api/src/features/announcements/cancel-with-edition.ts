import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EditionClosed } from '../editions';
import { Announcement } from './announcement.entity';

/** A closed edition tells nobody anything more: what waits in it is cancelled. */
@ReactsTo(EditionClosed)
export class CancelWithEdition implements Reaction<EditionClosed> {
  async react({ editionId }: EditionClosed, tx: Tx): Promise<void> {
    await tx.manager.update(Announcement, { editionId, state: 'scheduled' }, { state: 'cancelled' });
  }
}
