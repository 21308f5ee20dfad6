import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@libretto/contracts';
import { catchError, type Observable } from 'rxjs';
import { BadInput, HANDLED_ROUTE, requestOf } from './handles';
import { notFound } from '../refusals/refused';
import { WhatIsAddressed } from './what-is-addressed';

/** Answers not-found, to people who may know that, before it reports faults of their input. */
@Injectable()
export class ThereFirst implements NestInterceptor {
  constructor(private readonly addressed: WhatIsAddressed) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (!(error instanceof BadInput)) throw error;
        const { actor, params } = requestOf(context);
        const route: Route = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
        const isTold =
          !actor || (await this.addressed.isToldTo(actor, await this.addressed.placeOf(route, params, actor)));
        throw isTold ? error : notFound();
      }),
    );
  }
}
