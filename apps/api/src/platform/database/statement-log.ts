import type { Logger } from 'typeorm';
import { currentRequest } from '../log/request-context';

/** A statement that takes longer than this many milliseconds is slow. */
export const slowFrom = 200;

export interface SlowStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly took: number;
}

/** Receives every statement of both connections. */
export class StatementLog implements Logger {
  /** The listener for slow statements, where statements are timed. */
  onSlow: ((statement: SlowStatement) => void) | undefined;
  /** The listener for every statement. */
  onStatement: ((sql: string) => void) | undefined;

  /** Counts the statements of each request: a page costs a fixed number, and specs hold it to that. */
  logQuery(sql: string) {
    const request = currentRequest();
    if (request) request.statements += 1;
    this.onStatement?.(sql);
  }
  logQuerySlow(took: number, sql: string, values: unknown = []) {
    this.onSlow?.({ sql, values: Array.isArray(values) ? values : [], took });
  }
  logQueryError() {}
  logSchemaBuild() {}
  logMigration() {}
  log() {}
}
