import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { ConsentsAsked } from '../../publication.events';

/** Asks somebody for consent to a publication. */
export const askMember = job({
  name: 'publication.ask-member',
  payload: z.object({ publicationId: id, accountId: id }),
  on: [
    on(ConsentsAsked, ({ publicationId, accountIds }) => accountIds.map((accountId) => ({ publicationId, accountId }))),
  ],
});
