import { type Logger, pino } from 'pino';
import { currentRequest } from './request-context';

export type Log = Logger;

/** The log's form of an error. The values of a statement are people's data, so they are left out. */
export function errorInLog(error: Error): object {
  const { parameters: _, sql: __, driverError: ___, ...said } = pino.stdSerializers.err(error);
  return said;
}

/**
 * The address of a request as the log has it: without what was asked behind it, and without the part that makes a link to a
 * credential, which is the right to read it.
 */
export const addressInLog = (url: string): string =>
  url.replace(/\?.*$/s, '').replace(/(?<=\/)[A-Z0-9]{26}(?=[/.]|$)/g, '<secret>');

/** One JSON line per event, with the id of the request that caused it. Passwords and cookies never reach it. */
export function logTo(level: string): Log {
  return pino({
    level,
    base: null,
    mixin: () => ({ requestId: currentRequest()?.requestId }),
    serializers: { err: errorInLog },
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'],
  });
}
