import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@libretto/contracts';
import { map, type Observable } from 'rxjs';
import * as z from 'zod/mini';
import { HANDLED_ROUTE } from './handles';

/** Sends only the fields of the contract: a further column of a query never leaves. */
@Injectable()
export class ReplyShape implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
    const shape = route?.reply;
    if (!shape || shape === 'file') return next.handle();
    return next.handle().pipe(map((reply) => z.parse(shape, reply)));
  }
}
