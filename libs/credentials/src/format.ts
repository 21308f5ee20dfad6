import { at } from './award-record';
import { faultyPartOf } from './data-model';
import { dataModel1, dataModel2, isPinnedContext } from './contexts';
import { hasType, isObject, listOf, type JsonObject } from './json';
import { failed, notChecked, passed, type Check } from './verification';

/** Whether its terms are all known here. Checked on the text as it was handed in. */
export function vocabularyCheck(document: JsonObject): Check {
  const contexts = listOf(document['@context']);
  if (contexts[0] !== dataModel2 && contexts[0] !== dataModel1) return notChecked('format', 'other-data-model');
  const unknown = contexts.find((context) => !isPinnedContext(context));
  if (unknown !== undefined)
    return notChecked('format', 'unknown-context', { context: typeof unknown === 'string' ? unknown : '{…}' });
  if (Object.entries(document).some(([key, part]) => key !== '@context' && namesAContext(part))) {
    return notChecked('format', 'unknown-context', { context: '{…}' });
  }
  return passed('format', 'known-terms');
}

/**
 * Whether a token's payload is a credential of the data model. A token signs the text, so its terms mean what its issuer
 * means by them; they are read by the names that the data model and Open Badges give them.
 */
export function tokenFormatCheck(credential: JsonObject): Check {
  const [first] = listOf(credential['@context']);
  return first === dataModel2 || first === dataModel1
    ? passed('format', 'known-terms')
    : notChecked('format', 'other-data-model');
}

/** A context further down could rename the terms below it: only the pinned ones at the top count. */
const namesAContext = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '@context') || Object.values(value).some(namesAContext));

/** Whether it is a credential of the data model. Checked on the signed form. */
export function formatCheck(credential: JsonObject): Check {
  const part = faultyPartOf(credential);
  // Dates that can't be read are a check of their own.
  if (part !== undefined && !['validFrom', 'validUntil'].includes(part))
    return failed('format', 'not-allowed', { part });
  return passed(
    'format',
    hasType(credential, 'AchievementCredential') || hasType(credential, 'OpenBadgeCredential')
      ? 'open-badge'
      : 'credential',
  );
}

export const issuerOf = ({ issuer }: JsonObject): unknown => (isObject(issuer) ? at(issuer, 'id') : issuer);

/** A credential with its dates under the names of version 2.0 of the data model. */
export function withDatesOfVersion2({ issuanceDate, expirationDate, ...credential }: JsonObject): JsonObject {
  return {
    ...credential,
    ...(issuanceDate !== undefined && { validFrom: issuanceDate }),
    ...(expirationDate !== undefined && { validUntil: expirationDate }),
  };
}
