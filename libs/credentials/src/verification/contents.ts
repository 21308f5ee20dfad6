import { fullNameOf } from '@libretto/domain';
import { areGrades } from '../award/award-grades';
import { at, isAwardRecord, isOneOf, isText, isTexts, missingElements, type AwardRecord } from '../award/award-record';
import { issuerOf } from '../origin/format';
import { listOf, type JsonObject } from '../platform/json';
import { failed, notChecked, passed, type Check, type Contents } from '../findings/verification';

export function contentsOf(credential: JsonObject): Contents {
  const subject = credential['credentialSubject'];
  const record = at(subject, 'awardRecord');
  const text = (key: string, value: unknown): Partial<Contents> => (isText(value) ? { [key]: value } : {});
  return {
    ...text('id', credential['id']),
    title: plainText(at(subject, 'achievement', 'name')) ?? plainText(credential['name']) ?? '',
    ...text('holder', holderName(subject)),
    ...text('issuer', plainText(at(credential['issuer'], 'name')) ?? issuerOf(credential)),
    ...text('validFrom', credential['validFrom']),
    ...(isAwardRecord(record) && { title: record.title, award: withoutStrangeParts(record) }),
  };
}

/** A member of a group, as the others see them. */
function withoutStrangeParts(record: AwardRecord): AwardRecord {
  const list = (value: unknown, isItem: (item: unknown) => boolean) => Array.isArray(value) && value.every(isItem);
  const optional: { [Part in keyof AwardRecord]?: (value: unknown) => boolean } = {
    qualification: isTexts,
    aim: isTexts,
    partners: (value) =>
      list(
        value,
        (item) =>
          isText(at(item, 'name')) &&
          isText(at(item, 'country')) &&
          isTexts(at(item, 'role')) &&
          isOneOf(at(item, 'cooperation'), [1, 2, 3]),
      ),
    stackability: (value) =>
      at(value, 'kind') === 'stand-alone' ||
      (at(value, 'kind') === 'stackable' && isOneOf(at(value, 'path'), ['open', 'elective', 'sequential'])),
    grades: areGrades,
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

/** A text may name its language. */
function plainText(value: unknown): string | undefined {
  const text = at(value, '@value') ?? value;
  return isText(text) ? text : undefined;
}

/** All names in it: their order is not signed, so none of them comes first. */
function holderName(subject: unknown): string | undefined {
  const names = listOf(at(subject, 'identifier')).filter((identity) => at(identity, 'identityType') === 'name');
  return plainText(
    names
      .map((identity) => at(identity, 'identityHash'))
      .filter(isText)
      .join(' / '),
  );
}

/** The holder that it names. The credential cannot tell who presents it: the reader compares that. */
export function holderCheck({ holder, award }: Contents): Check {
  if (award) return passed('holder', 'named-with-birth', { holder: fullName(award), born: award.learner.dateOfBirth });
  return holder ? passed('holder', 'named', { holder }) : notChecked('holder', 'unnamed');
}

/** Whether every mandatory element of Annex I is there, and the badge around the record agrees with it. */
export function contentsCheck(credential: JsonObject, contents: Contents): Check {
  const subject = credential['credentialSubject'];
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

export const fullName = ({ learner }: AwardRecord): string => fullNameOf(learner);
