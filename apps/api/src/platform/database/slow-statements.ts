import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProcessLog } from '../log/process-log';
import { withoutRequest } from '../log/request-context';
import { Database } from './database';
import type { SlowStatement } from './statement-log';

/** The statements for which a database has a plan. */
const hasPlan = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;

/** The begin and end of a transaction take as long as the disk does; no index would change that. */
const isBoundary = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)\b/i;

/**
 * Writes slow statements to the log in a demo or a development, each with its plan; in production statements are not
 * timed. The values of a statement are people's data: the database gets them to make the plan, and the log does not.
 */
@Injectable()
export class SlowStatements implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly logs: ProcessLog,
  ) {}

  onModuleInit(): void {
    if (!this.logs.log.isLevelEnabled('warn')) return;
    this.database.onSlow((statement) => {
      if (!isBoundary.test(statement.sql)) void this.tell(statement);
    });
  }

  /** It asks on the connection for reads, because the slow one may be inside a transaction, and counts for no request. */
  tell({ sql, values, took }: SlowStatement): Promise<void> {
    return withoutRequest(async () => {
      const plan = hasPlan.test(sql) ? await this.planOf(sql, values) : null;
      this.logs.log.warn({ sql, took, plan }, 'a statement was slow');
    });
  }

  private async planOf(sql: string, values: readonly unknown[]): Promise<unknown> {
    const explain = this.database.isSqlite ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    // A plan may be impossible to get, for example while the process ends; the line is written without it.
    return this.database.beforehand((read) => read.query(`${explain} ${sql}`, [...values])).catch(() => null);
  }
}
