import { awardRecordContext, pinnedContexts as ours } from '../linked-data/contexts';
import { isObject, type Json } from '../platform/json';

export { awardRecordContext, badgeContexts, dataModel1, dataModel2, jsonTerms } from '../linked-data/contexts';

const vocabulary = (address: string) => ({ document: { '@context': { '@vocab': address } }, sha256: '' });

/** Beside ours: the contexts in which the public suites write their examples. */
export const pinnedContexts: typeof ours = {
  ...ours,
  'https://www.w3.org/ns/credentials/examples/v2': vocabulary('https://www.w3.org/ns/credentials/examples#'),
  'https://www.w3.org/ns/credentials/undefined-terms/v2': vocabulary(
    'https://www.w3.org/ns/credentials/undefined-term#',
  ),
};

/** The suites try contexts that stand in the document itself. */
export const isPinnedContext = (context: unknown): boolean =>
  typeof context === 'string'
    ? Object.hasOwn(pinnedContexts, context)
    : isObject(context) || context === awardRecordContext;

export async function loadPinnedContext(
  url: string,
): Promise<{ contextUrl: null; documentUrl: string; document: Json }> {
  const pinned = Object.hasOwn(pinnedContexts, url) ? pinnedContexts[url] : undefined;
  if (!pinned) throw new Error(`"${url}" is not one of the pinned contexts.`);
  return { contextUrl: null, documentUrl: url, document: pinned.document };
}
