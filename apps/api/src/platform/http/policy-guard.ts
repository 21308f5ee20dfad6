import type { Route } from '@libretto/contracts';
import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Actor, type Policy, refuse } from '@libretto/domain';
import { HANDLED_ROUTE, requestOf, ROUTE_POLICY } from './handles';
import { notFound, Refused } from '../refusals/refused';
import { isAskedTogether, isPart } from './together/parts';
import { WhatIsAddressed } from './what-is-addressed';
import { WhoAsks } from './who-asks';

/**
 * Lets a request in if its address exists and its route's policy agrees. The process does not start when a route has no
 * policy.
 */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly whoAsks: WhoAsks,
    private readonly addressed: WhatIsAddressed,
  ) {}

  onApplicationBootstrap() {
    const open: string[] = [];
    for (const { metatype, instance } of this.discovery.getControllers())
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = instance[method];
        const isRoute = Reflect.hasMetadata('path', handler);
        if (isRoute && !(Reflect.hasMetadata(HANDLED_ROUTE, handler) && Reflect.hasMetadata(ROUTE_POLICY, handler)))
          open.push(`${metatype?.name}.${method}`);
      }
    if (open.length) throw new Error(`Routes without a policy (declare them with @Handles): ${open.join(', ')}`);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy: Policy | undefined = Reflect.getMetadata(ROUTE_POLICY, context.getHandler());
    const request = requestOf(context);
    const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, context.getHandler());
    if (isPart(request) && !(route && isAskedTogether(route))) throw new Refused(refuse('common.asked-alone'));
    const params = (request.params ?? {}) as Record<string, string>;
    // Whoever brings no cookie is nobody: of a closed route they learn nothing, and cost nothing.
    const [asking, ahead] = await Promise.all([
      this.whoAsks.of(request),
      route && request.headers.cookie ? this.addressed.readAhead(route, params) : null,
    ]);
    request.actor = asking?.actor ?? null;
    request.signInId = asking?.signInId ?? null;
    const isAllowed = policy?.(request.actor, { editionId: params['editionId'] }) ?? false;
    if (!isAllowed && !request.actor) throw new Refused(refuse('common.not-signed-in'));
    const place = route ? await this.addressed.placeOf(route, params, request.actor, ahead) : null;
    if (!place) throw notFound();
    if (isAllowed) return true;
    // Nobody has a role in something that does not exist: not-found comes first.
    throw (await this.addressed.isToldTo(request.actor as Actor, place))
      ? new Refused(refuse('common.not-allowed'))
      : notFound();
  }
}
