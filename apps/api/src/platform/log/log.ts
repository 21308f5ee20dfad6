import { type Logger, pino } from 'pino';
import { currentRequest } from './request-context';

export type Log = Logger;

/** One JSON line per happening, with the request id of whatever caused it. Passwords and cookies never reach it. */
export function logTo(level: string): Log {
  return pino({
    level,
    base: null,
    mixin: () => ({ requestId: currentRequest()?.requestId }),
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'],
  });
}
