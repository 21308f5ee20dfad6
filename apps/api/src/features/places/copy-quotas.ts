import { newId } from '../../platform/database/new-id';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EditionCopied } from '../editions';
import { CountryQuota } from './country-quota.entity';

/** The copy of an edition takes as many from each country. */
@ReactsTo(EditionCopied)
export class CopyQuotas implements Reaction<EditionCopied> {
  async react({ originalId, copyId }: EditionCopied, tx: Tx): Promise<void> {
    const quotas = await tx.manager.findBy(CountryQuota, { editionId: originalId });
    await tx.insert(
      CountryQuota,
      quotas.map((quota) => ({ ...quota, id: newId(), editionId: copyId })),
    );
  }
}
