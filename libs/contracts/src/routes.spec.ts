import * as contracts from './index';
import type { Route } from './route';

const routes = Object.entries(contracts).filter(
  (entry): entry is [string, Route] => typeof entry[1] === 'object' && 'method' in entry[1] && 'path' in entry[1],
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
