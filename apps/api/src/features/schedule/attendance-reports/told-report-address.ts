import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { networkOf } from '../../../platform/http/network-of';
import { requestsFromOnePlace } from '../../../platform/http/request-limits';
import { Limits } from '../../../platform/limits/limits';
import { Refused } from '../../../platform/refusals/refused';
import { toldReportPath } from '../meetings/big-blue-button';
import { KeepToldReport, NoReport, NotFromServer } from './keep-told-report';

/**
 * The address at which a meeting server tells who was in a meeting, outside of `/api`: it takes no cookie, and a token
 * signed with the secret of that server decides.
 */
@Injectable()
export class ToldReportAddress implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly limits: Limits,
    private readonly keeping: KeepToldReport,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    server?.post(toldReportPath, { config: { takesNoCookie: true } }, async (request, reply) => {
      if ((await this.limits.tryToTake(requestsFromOnePlace, networkOf(request.ip))) > 0)
        return reply.status(429).send();
      const token = /^Bearer (\S{1,2000})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
      try {
        await this.keeping.run(token, request.body);
        return await reply.status(204).send();
      } catch (error) {
        if (error instanceof NotFromServer) return reply.status(401).send();
        if (error instanceof NoReport) return reply.status(400).send();
        // It is told nothing of the meetings that there are.
        if (error instanceof Refused) return reply.status(404).send();
        throw error;
      }
    });
  }
}
