import { at, isText } from '../award/award-record';
import { instant } from '../platform/instant';
import { isObject, listOf, type Json, type JsonObject } from '../platform/json';

/** A part of a document that breaks a rule of the data model, by its name. */
export type FaultyPart = string;

/**
 * The first part of a credential that the Verifiable Credentials Data Model 2.0 does not allow as it stands (its
 * sections 4.3 to 4.12, 5.3 and 5.4); nothing where all are allowed. Rules that JSON-LD keeps by itself, such as terms without a
 * meaning, are not looked at.
 */
export function faultyPartOf(credential: JsonObject): FaultyPart | undefined {
  const parts: readonly (readonly [FaultyPart, boolean])[] = [
    ['type', isTyped(credential) && listOf(credential['type']).includes('VerifiableCredential')],
    ['id', isOptional(credential['id'], isAddress)],
    ['issuer', isIssuer(credential['issuer'])],
    ['credentialSubject', isSetOf(credential['credentialSubject'], isSubject)],
    ...namesOf(credential),
    ...datesOf(credential),
    ['credentialStatus', isEach(credential['credentialStatus'], (part) => isTyped(part) && hasAddress(part))],
    ['credentialSchema', isEach(credential['credentialSchema'], (part) => isTyped(part) && isAddress(part['id']))],
    ...['refreshService', 'termsOfUse', 'evidence'].map(
      (name) => [name, isEach(credential[name], (part) => isTyped(part) && hasAddress(part))] as const,
    ),
    [
      'relatedResource',
      isEach(credential['relatedResource'], isResource) && hasEachOnce(credential['relatedResource']),
    ],
  ];
  return parts.find(([, isAllowed]) => !isAllowed)?.[0];
}

/** The same for a presentation (sections 4.13 and 4.14). The credentials in it are judged on their own. */
export function faultyPartOfPresentation(presentation: JsonObject): FaultyPart | undefined {
  const parts: readonly (readonly [FaultyPart, boolean])[] = [
    ['type', isTyped(presentation) && listOf(presentation['type']).includes('VerifiablePresentation')],
    ['id', isOptional(presentation['id'], isAddress)],
    ['holder', isOptional(presentation['holder'], isIssuer)],
    ['verifiableCredential', isEach(presentation['verifiableCredential'], (part) => '@context' in part)],
    ['termsOfUse', isEach(presentation['termsOfUse'], (part) => isTyped(part) && hasAddress(part))],
  ];
  return parts.find(([, isAllowed]) => !isAllowed)?.[0];
}

/** Whether the contexts are an ordered list that begins with this one, of addresses and objects. */
export const areContexts = (contexts: unknown, first: string): boolean => {
  const [given, ...further] = listOf(contexts);
  return given === first && further.every((context) => isAddress(context) || isObject(context));
};

const isOptional = (value: unknown, isAllowed: (value: unknown) => boolean): boolean =>
  value === undefined || isAllowed(value);

const isAddress = (value: unknown): boolean => isText(value) && !/\s/.test(value) && URL.canParse(value);
const hasAddress = (part: JsonObject): boolean => isOptional(part['id'], isAddress);

const isTyped = (part: JsonObject): boolean => listOf(part['type']).length > 0 && listOf(part['type']).every(isText);

const isIssuer = (value: unknown): boolean =>
  isObject(value) ? isAddress(value['id']) && namesOf(value).every(([, isAllowed]) => isAllowed) : isAddress(value);

const isSubject = (subject: JsonObject): boolean => Object.keys(subject).length > 0 && hasAddress(subject);

const isEach = (value: unknown, isAllowed: (part: JsonObject) => boolean): boolean =>
  listOf(value).every((part) => isObject(part) && isAllowed(part)) && value !== null;

const isSetOf = (value: unknown, isAllowed: (part: JsonObject) => boolean): boolean =>
  listOf(value).length > 0 && isEach(value, isAllowed);

const isResource = (part: JsonObject): boolean =>
  isAddress(part['id']) && (part['digestSRI'] !== undefined || part['digestMultibase'] !== undefined);
const hasEachOnce = (resources: Json | undefined): boolean => {
  const ids = listOf(resources).map((resource) => at(resource, 'id'));
  return new Set(ids).size === ids.length;
};

const namesOf = (node: JsonObject): (readonly [FaultyPart, boolean])[] =>
  ['name', 'description'].map((name) => [name, isOptional(node[name], isInLanguages)] as const);

/** A text, or a text with its language and direction, in one language or several. */
const isInLanguages = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every(isInLanguage)
    : typeof value === 'string' || isInLanguage(value);

const isInLanguage = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['@value']) &&
  isOptional(value['@language'], isLanguageTag) &&
  isOptional(value['@direction'], (direction) => direction === 'ltr' || direction === 'rtl') &&
  Object.keys(value).every((key) => ['@value', '@language', '@direction'].includes(key));

function isLanguageTag(value: unknown): boolean {
  try {
    return isText(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function datesOf({ validFrom, validUntil }: JsonObject): (readonly [FaultyPart, boolean])[] {
  const isDate = (value: unknown) => !Number.isNaN(instant(value));
  const isBackwards = validFrom !== undefined && validUntil !== undefined && instant(validUntil) < instant(validFrom);
  return [
    ['validFrom', isOptional(validFrom, isDate)],
    ['validUntil', isOptional(validUntil, isDate) && !isBackwards],
  ];
}
