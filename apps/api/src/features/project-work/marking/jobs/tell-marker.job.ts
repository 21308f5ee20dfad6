import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { MarkingWanted, wants } from '../../project-work.events';

/** Tells a marker what waits for them. */
export const tellMarker = job({
  name: 'project-work.tell-marker',
  payload: z.object({ editionId: id, workId: z.nullable(id), accountId: id, why: z.enum(wants) }),
  on: [
    on(MarkingWanted, ({ editionId, workId, accountIds, why }) =>
      accountIds.map((accountId) => ({ editionId, workId, accountId, why })),
    ),
  ],
});
