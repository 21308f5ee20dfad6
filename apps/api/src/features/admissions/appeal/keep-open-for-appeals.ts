import { refuse } from '@libretto/domain';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { ReactsTo } from '../../../platform/jobs/handler';
import { EditionClosed } from '../../editions';
import { Application } from '../dossier/application.entity';

/** An edition stays open while an appeal is before its commission: in a closed one nobody could rule on it any more. */
@ReactsTo(EditionClosed)
export class KeepOpenForAppeals implements Reaction<EditionClosed> {
  async react({ editionId }: EditionClosed, tx: Tx): Promise<void> {
    if (await tx.manager.existsBy(Application, { editionId, state: 'appealed' }))
      throw new Refused(refuse('admissions.appeal-undecided'));
  }
}
