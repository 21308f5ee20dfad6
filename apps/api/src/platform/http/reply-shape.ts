import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@libretto/contracts';
import { map, type Observable } from 'rxjs';
import * as z from 'zod/mini';
import type { FastifyReply } from 'fastify';
import { HANDLED_ROUTE } from './handles';
import { keptReply } from './kept-replies';

/** Sends only the fields of the contract: a further column of a query never leaves. */
@Injectable()
export class ReplyShape implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
    const shape = route?.reply;
    if (!shape || typeof shape === 'string') return next.handle();
    return next.handle().pipe(
      map((reply) => {
        const parsed = z.parse(shape, reply);
        if (route.sameForAll)
          void context.switchToHttp().getResponse<FastifyReply>().header('cache-control', keptReply[route.sameForAll]);
        return parsed;
      }),
    );
  }
}
