import { at, isAwardRecord, isOneOf, isText, isTexts, missingElements, type AwardRecord } from './award-record';
import { isObject, listOf, type JsonObject } from './json';
import { failed, notChecked, passed, type Check, type Contents } from './verification';

export function contentsOf(credential: JsonObject): Contents {
  const subject = listOf(credential['credentialSubject'])[0];
  const record = at(subject, 'awardRecord');
  const achievement = at(subject, 'achievement', 'name');
  const text = (key: string, value: unknown): Partial<Contents> => (isText(value) ? { [key]: value } : {});
  return {
    ...text('id', credential['id']),
    title: isText(achievement) ? achievement : isText(credential['name']) ? credential['name'] : '',
    ...text('holder', holderName(subject)),
    ...text('issuer', at(credential['issuer'], 'name') ?? credential['issuer']),
    ...text('validFrom', credential['validFrom']),
    ...(isAwardRecord(record) && { title: record.title, award: withoutStrangeParts(record) }),
  };
}

/** The optional parts of somebody else's record may be anything: a part of the wrong form is left out, so that showing it cannot fail. */
function withoutStrangeParts(record: AwardRecord): AwardRecord {
  const list = (value: unknown, isItem: (item: unknown) => boolean) => Array.isArray(value) && value.every(isItem);
  const optional: { [Part in keyof AwardRecord]?: (value: unknown) => boolean } = {
    qualification: isTexts,
    aim: isTexts,
    partners: (value) =>
      list(value, (item) => isText(at(item, 'name')) && isText(at(item, 'country')) && isTexts(at(item, 'role')) && isOneOf(at(item, 'cooperation'), [1, 2, 3])),
    stackability: (value) =>
      at(value, 'kind') === 'stand-alone' || (at(value, 'kind') === 'stackable' && isOneOf(at(value, 'path'), ['open', 'elective', 'sequential'])),
    languages: (value) => list(value, (item) => typeof item === 'string' && /^[a-z]{2}$/.test(item)),
    edition: (value) => isText(at(value, 'name')) && isText(at(value, 'startsOn')) && isText(at(value, 'endsOn')),
    modules: (value) => list(value, (item) => isTexts(at(item, 'title')) && typeof at(item, 'minutes') === 'number'),
    prerequisites: (value) => list(value, isTexts),
    supervisedBy: isTexts,
    otherQualifications: isTexts,
    furtherInformation: isTexts,
  };
  return Object.fromEntries(
    Object.entries(record).filter(([part, value]) => optional[part as keyof AwardRecord]?.(value) ?? true),
  ) as unknown as AwardRecord;
}

const holderName = (subject: unknown): unknown =>
  at(listOf(at(subject, 'identifier')).find((identity) => isObject(identity) && identity['identityType'] === 'name'), 'identityHash');

/** Whom it names. The credential cannot say who is holding it: that is the reader's to compare. */
export function holderCheck({ holder, award }: Contents): Check {
  if (award) return passed('holder', 'named-with-birth', { holder: fullName(award), born: award.learner.dateOfBirth });
  return holder ? passed('holder', 'named', { holder }) : notChecked('holder', 'unnamed');
}

/** Is every mandatory element of Annex I there, and does the badge around the record say the same? */
export function contentsCheck(credential: JsonObject, contents: Contents): Check {
  const subject = listOf(credential['credentialSubject'])[0];
  const record = at(subject, 'awardRecord');
  if (record === undefined) return notChecked('contents', 'no-record');
  if (!contents.award) return failed('contents', 'incomplete', { missing: missingElements(record) });
  const { award } = contents;
  const agrees =
    holderName(subject) === fullName(award) &&
    credential['name'] === award.title.en &&
    credential['validFrom'] === award.awardedAt &&
    at(subject, 'creditsEarned') === award.workload.ects;
  return agrees ? passed('contents', 'complete') : failed('contents', 'contradicts-itself');
}

export const fullName = ({ learner }: AwardRecord): string => `${learner.givenName} ${learner.familyName}`;
