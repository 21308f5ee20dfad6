import * as z from 'zod/mini';
import { route } from './route';
import { id } from './shapes';

export const readReceipt = route({
  summary: 'Download the signed receipt of a submitted version as a PDF, as a member of its group',
  method: 'GET',
  path: '/editions/:editionId/project-work/submissions/:submissionId/receipt',
  params: z.object({ editionId: id, submissionId: id }),
  reply: 'file',
});
