import { changeIn } from '@libretto/domain';
import type { Route } from '@libretto/contracts';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { Database } from '../../platform/database/database';
import { Transaction } from '../../platform/database/transaction';
import { HANDLED_ROUTE, requestOf } from '../../platform/http/handles';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { Edition } from './edition.entity';
import { EditionDirectory } from './edition-directory';

/**
 * Keeps a closed edition as it is, for the routes of every feature: every changing route below it refuses, unless its
 * contract allows it (a credential is still claimed afterwards). Each of its transactions checks that, and holds off the
 * closing until its end: a change that goes through costs no other look.
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
    if (route.method === 'GET' || route.evenWhenClosed) return next.handle();
    // A file is not received in vain.
    if (route.upload) await this.refuseIfClosed(id);
    return this.transaction.onCondition(
      (tx) => this.editions.keepOpen(tx, id),
      () => next.handle().pipe(catchError((fault: unknown) => this.orClosed(id, fault))),
    );
  }

  /** In a closed edition, that it is closed is the reason for every refusal. */
  private async orClosed(id: string, fault: unknown): Promise<never> {
    await this.refuseIfClosed(id);
    throw fault;
  }

  private async refuseIfClosed(id: string): Promise<void> {
    const edition = await this.database.read.findOne(Edition, { select: { id: true, state: true }, where: { id } });
    orRefuse(changeIn(orNotFound(edition).state));
  }
}
