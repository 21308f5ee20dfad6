import { answer, isRefusal } from '@libretto/domain';
import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { Books } from '../book/books';
import { Publication, PublicationBook, PublicationConsent, PublicationWork } from '../book/publication.entity';

/**
 * Somebody deletes their account: what they consented to and is not in print is withdrawn, and nothing of it is kept.
 * What is in print stays as it was printed.
 */
@ReactsTo(AccountLeaves)
export class LeavePublications implements Reaction<AccountLeaves> {
  constructor(private readonly books: Books) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const own = await tx.manager.findBy(PublicationConsent, { accountId });
    if (!own.length) return;
    const works = await tx.manager.findBy(PublicationWork, { id: In(own.map(({ gatheredId }) => gatheredId)) });
    for (const publication of await tx.lockAll(Publication, {
      id: In(works.map(({ publicationId }) => publicationId)),
    })) {
      const ofIt = works.filter(({ publicationId }) => publicationId === publication.id).map(({ id }) => id);
      let { state } = publication;
      for (const consent of await tx.manager.findBy(PublicationConsent, { accountId, gatheredId: In(ofIt) })) {
        const next = answer(consent.state, publication.state, consent.state === 'given' ? 'withdrawn' : 'declined');
        if (isRefusal(next)) continue;
        state = next.publication;
        await tx.save(Object.assign(consent, { state: next.consent, statement: null }));
      }
      if (state === publication.state) continue;
      await this.books.drop(tx, await tx.manager.findBy(PublicationBook, { publicationId: publication.id }));
      await tx.save(Object.assign(publication, { state, setAt: null }));
    }
  }
}
