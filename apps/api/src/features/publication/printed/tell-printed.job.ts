import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { PublicationPrinted } from '../publication.events';

/** Tells a contributor that the book is out. */
export const tellPrinted = job({
  name: 'publication.tell-printed',
  payload: z.object({ publicationId: id, accountId: id }),
  on: [
    on(PublicationPrinted, ({ publicationId, accountIds }) =>
      accountIds.map((accountId) => ({ publicationId, accountId })),
    ),
  ],
});
