import { id } from '@libretto/contracts';
import * as z from 'zod/mini';
import { job, on } from '../../../../platform/jobs/job';
import { CodeAskedFor } from '../../accounts.events';

/** Sends the code that proves an address, unless a newer one has been asked for. */
export const mailCode = job({
  name: 'accounts.mail-code',
  payload: z.object({ codeId: id, serial: id }),
  on: [on(CodeAskedFor, ({ codeId, serial }) => [{ codeId, serial }])],
});
