import * as z from 'zod/mini';
import { route } from './route';

export const readOpenApi = route({
  summary: 'This API as OpenAPI 3.1',
  method: 'GET',
  path: '/openapi.json',
  sameForAll: 'a-while',
  reply: z.record(z.string(), z.unknown()),
});

export const readInstallation = route({
  summary: 'Who runs this installation, and where questions about it go',
  method: 'GET',
  path: '/installation',
  sameForAll: 'a-while',
  reply: z.object({ operator: z.string(), contact: z.string() }),
});
