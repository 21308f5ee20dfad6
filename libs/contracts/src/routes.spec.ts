import * as contracts from './index';
import type { Route } from './route';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const routes = Object.entries<unknown>(contracts).flatMap(([name, value]): [string, Route][] =>
  isRoute(value) ? [[name, value]] : [],
);

describe('the routes together', () => {
  it('stand at one address each', () => {
    // Two paths that differ only in the names of their params are one address.
    const addresses = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it.each(routes)('%s declares the params of its path', (_, { path, params }) => {
    const declared = params ? Object.keys((params as unknown as { shape: object }).shape) : [];
    expect(declared.sort()).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort());
  });
});
