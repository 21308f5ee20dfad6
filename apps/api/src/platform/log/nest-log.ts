import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Nest's own messages in the common format; its start-up messages only at debug. */
export function nestLog(log: Log): LoggerService {
  const at =
    (level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) =>
      log[level]({ context: rest.at(-1) }, String(message));
  return {
    verbose: at('trace'),
    debug: at('debug'),
    log: at('debug'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
  };
}
