import { askTogether, type Route } from '@libretto/contracts';
import type { FastifyRequest } from 'fastify';
import { currentRequest } from '../../log/request-context';

const parts = new WeakSet<FastifyRequest>();

/**
 * Notices a request that this process makes of itself while it answers another: it goes on in the context of that one.
 * Called before anything else begins; no header says it, because anybody can send headers.
 */
export function noticePart(request: FastifyRequest): boolean {
  const isPart = 'isLightMyRequest' in request.raw && currentRequest() !== undefined;
  if (isPart) parts.add(request);
  return isPart;
}

/** Whether this is one of the questions of another request. */
export const isPart = (request: FastifyRequest): boolean => parts.has(request);

/** Whether a route can be asked together with others: bytes are sent alone, and nothing asks itself. */
export const isAskedTogether = ({ method, reply, path }: Route): boolean =>
  method === 'GET' && typeof reply === 'object' && path !== askTogether.path;
