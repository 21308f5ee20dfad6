import { at } from '../award/award-record';
import { faultyPartOf } from './data-model';
import { dataModel1, dataModel2, isPinnedContext } from '../linked-data/contexts';
import { hasType, isObject, listOf, type JsonObject } from '../platform/json';
import { failed, notChecked, passed, type Check } from '../findings/verification';

/** Whether its terms are all known here. Checked on the text as it was handed in. */
export function vocabularyCheck(document: JsonObject): Check {
  const contexts = listOf(document['@context']);
  const otherModel = otherDataModel(document);
  if (otherModel) return otherModel;
  const unknown = contexts.find((context) => !isPinnedContext(context));
  if (unknown !== undefined)
    return notChecked('format', 'unknown-context', { context: typeof unknown === 'string' ? unknown : '{…}' });
  if (Object.entries(document).some(([key, part]) => key !== '@context' && namesAContext(part))) {
    return notChecked('format', 'unknown-context', { context: '{…}' });
  }
  return passed('format', 'known-terms');
}

/** That a credential is of no version of the data model that is read here. */
export function otherDataModel(document: JsonObject): Check | undefined {
  const [first] = listOf(document['@context']);
  return first === dataModel2 || first === dataModel1 ? undefined : notChecked('format', 'other-data-model');
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

/** A credential of version 1.1 of the data model with its dates under the names of version 2.0; any other as it is. */
export function withDatesOfVersion2(document: JsonObject): JsonObject {
  if (listOf(document['@context'])[0] !== dataModel1) return document;
  const { issuanceDate, expirationDate, ...credential } = document;
  return {
    ...credential,
    ...(issuanceDate !== undefined && { validFrom: issuanceDate }),
    ...(expirationDate !== undefined && { validUntil: expirationDate }),
  };
}
