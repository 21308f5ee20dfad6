import { type Logger, pino } from 'pino';
import { currentRequest } from './request-context';

export type Log = Logger;

/** The log's form of an error. The values of a statement are people's data, so they are left out. */
export function errorInLog(error: Error): object {
  const { parameters: _, sql: __, driverError: ___, ...said } = pino.stdSerializers.err(error);
  return said;
}

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
