import { changeIn } from '@libretto/domain';
import type { Route } from '@libretto/contracts';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Database } from '../../platform/database/database';
import { Transaction } from '../../platform/database/transaction';
import { HANDLED_ROUTE, requestOf } from '../../platform/http/handles';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { Edition } from './edition.entity';
import { EditionDirectory } from './edition-directory';

/**
 * Checks the edition in the address, for the routes of every feature. An edition that does not exist is not found. A
 * closed one stays as it is: every changing route refuses, unless its contract allows it (a credential is still claimed
 * afterwards): at once, and again in each of its transactions, which hold off the closing.
 */
@Injectable()
export class ClosedEditions implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
    const { editionId: id } = requestOf(context).params as { editionId?: string };
    if (!id || !route) return next.handle();
    const edition = orNotFound(
      await this.database.read.findOne(Edition, { select: { id: true, state: true }, where: { id } }),
    );
    if (route.method === 'GET' || route.evenWhenClosed) return next.handle();
    orRefuse(changeIn(edition.state));
    return this.transaction.onCondition(
      (tx) => this.editions.keepOpen(tx, id),
      () => next.handle(),
    );
  }
}
