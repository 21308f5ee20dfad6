import type { Route } from '@libretto/contracts';
import type { Policy } from '@libretto/domain';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { HANDLED_ROUTE, ROUTE_POLICY } from '../platform/http/handles';
import type { TestApp } from './test-app';

/** Every route of the running application with its policy, by method and path. */
export function routesOf(app: TestApp): Map<string, { route: Route; policy: Policy }> {
  const scanner = new MetadataScanner();
  const found = new Map<string, { route: Route; policy: Policy }>();
  for (const { instance } of app.get(DiscoveryService).getControllers())
    for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const route: Route | undefined = Reflect.getMetadata(HANDLED_ROUTE, instance[method]);
      if (route)
        found.set(`${route.method} ${route.path}`, {
          route,
          policy: Reflect.getMetadata(ROUTE_POLICY, instance[method]),
        });
    }
  return new Map(
    [...found].sort(
      ([a, { route }], [b, { route: next }]) => route.path.localeCompare(next.path) || a.localeCompare(b),
    ),
  );
}
