import languages from '@cospired/i18n-iso-languages';
import countries from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };
import { fullNameOf } from '@libretto/domain';
import type { AwardingBody, AwardRecord, Texts } from './award-record';
import { missingElements } from './award-record';
import { IncompleteAward, type Issuer } from './build-credential';
import { studyTime } from './learning-claims';
import type { Json, JsonObject } from '../platform/json';

/** What a European Digital Credential has beside the award. */
export interface EuropeanIssue {
  /** The public address of the credential. */
  readonly id: string;
  readonly issuer: Issuer & {
    /** The number under which the issuer is known by law; without one its identifier stands there. */
    readonly legalIdentifier?: string | undefined;
  };
  readonly issuedAt: Date;
  /** How its pages look (JPEG), as people are shown them. */
  readonly pages: readonly Uint8Array[];
}

/**
 * Renders an award as a European Digital Credential, unsigned: JSON-LD of the European Learning Model 3, application profile EDC.
 * In every language of the award. Throws `IncompleteAward` for an incomplete record.
 */
export function europeanCredential(record: AwardRecord, issue: EuropeanIssue): JsonObject {
  const missing = missingElements(record);
  if (missing.length > 0) throw new IncompleteAward(missing);
  const part = (name: string) => `${issue.id}#${name}`;
  const issued = `${issue.issuedAt.toISOString().slice(0, 19)}Z`;
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
    id: issue.id,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: concept(`${snb}credential`, 'e34929035b', 'Generic'),
    credentialSchema: { id: `${snb}model/ap/edc-generic-full`, type: 'ShaclValidator2017' },
    displayParameter: display(record, issue, part),
    issuer: issuerOf(record, issue, part),
    issuanceDate: issued,
    issued,
    validFrom: record.awardedAt,
    credentialSubject: {
      id: part('holder'),
      type: 'Person',
      givenName: { en: record.learner.givenName },
      ...(record.learner.familyName && { familyName: { en: record.learner.familyName } }),
      fullName: { en: fullNameOf(record.learner) },
      dateOfBirth: `${record.learner.dateOfBirth}T00:00:00Z`,
      hasClaim: achievement(record, part),
    },
  };
}

type PartName = (name: string) => string;
const snb = 'http://data.europa.eu/snb/';
const authority = 'http://publications.europa.eu/resource/authority/';

/** A value of a controlled list of the Union. Those of the learning model have one name for each list. */
const concept = (list: string, code: string, label: string): JsonObject => ({
  id: `${list}/${code}`,
  type: 'Concept',
  inScheme: { id: list.startsWith(snb) ? `${list}/25831c2` : list, type: 'ConceptScheme' },
  prefLabel: { en: label },
});

const named = (type: 'language' | 'region', code: string): string =>
  new Intl.DisplayNames('en', { type }).of(code) ?? code;
const language = (code: string): JsonObject =>
  concept(`${authority}language`, (languages.alpha2ToAlpha3T(code) ?? code).toUpperCase(), named('language', code));
const country = (code: string): JsonObject =>
  concept(`${authority}country`, (countries as Readonly<Record<string, string>>)[code] ?? code, named('region', code));

function display(record: AwardRecord, { pages }: EuropeanIssue, part: PartName): JsonObject {
  const shownIn = Object.keys(record.title).map(language);
  const page = (image: Uint8Array, at: number): JsonObject => ({
    id: part(`page-${at + 1}`),
    type: 'DisplayDetail',
    page: at + 1,
    image: {
      id: part(`picture-${at + 1}`),
      type: 'MediaObject',
      content: Buffer.from(image).toString('base64'),
      contentEncoding: concept(`${snb}encoding`, '6146cde7dd', 'base64'),
      contentType: concept(`${authority}file-type`, 'JPEG', 'JPEG'),
    },
  });
  return {
    id: part('display'),
    type: 'DisplayParameter',
    title: texts(record.qualification ?? record.title),
    ...(record.aim && { description: texts(record.aim) }),
    language: shownIn,
    primaryLanguage: language('en'),
    individualDisplay: {
      id: part('display-en'),
      type: 'IndividualDisplay',
      language: language('en'),
      displayDetail: pages.map(page),
    },
  };
}

function issuerOf(record: AwardRecord, { issuer }: EuropeanIssue, part: PartName): JsonObject {
  const { legalIdentifier = issuer.did } = issuer;
  return {
    ...organisation({ name: issuer.name, country: record.country, website: issuer.url }, 'issuer', part),
    id: issuer.did,
    eIDASIdentifier: {
      id: part('issuer-identifier'),
      type: 'LegalIdentifier',
      notation: legalIdentifier,
      ...(legalIdentifier === issuer.did && { schemeName: 'Decentralised identifier' }),
      spatial: country(record.country),
    },
  };
}

const organisation = (
  { name, country: code, website }: Pick<AwardingBody, 'name' | 'country' | 'website'>,
  as: string,
  part: PartName,
): JsonObject => ({
  id: part(as),
  type: 'Organisation',
  legalName: { en: name },
  location: {
    id: part(`${as}-place`),
    type: 'Location',
    address: { id: part(`${as}-address`), type: 'Address', countryCode: country(code) },
  },
  ...(website && { homepage: { id: part(`${as}-website`), type: 'WebResource', contentURL: website } }),
});

function achievement(record: AwardRecord, part: PartName): JsonObject {
  const { awardingBodies, assessment, edition, workload } = record;
  const awarded = (to: string): JsonObject => ({
    id: part(`awarding-of-${to}`),
    type: 'AwardingProcess',
    awardingBody: awardingBodies.map((body, at) => organisation(body, `awarding-body-${at + 1}`, part)),
    awardingDate: record.awardedAt,
  });
  const period = edition && {
    temporal: {
      id: part('period'),
      type: 'PeriodOfTime',
      startDate: `${edition.startsOn}T00:00:00Z`,
      endDate: `${edition.endsOn}T00:00:00Z`,
    },
  };
  return {
    id: part('achievement'),
    type: 'LearningAchievement',
    title: texts(record.qualification ?? record.title),
    awardedBy: awarded('achievement'),
    additionalNote: remarks(record).map((words, at) => note(words, `remark-${at + 1}`, part)),
    specifiedBy: qualification(record, part),
    provenBy: {
      id: part('assessment'),
      type: 'LearningAssessment',
      title: texts(assessment.work ?? assessment.type),
      awardedBy: awarded('assessment'),
      grade: note(gradeOf(record), 'grade', part),
      specifiedBy: {
        id: part('assessment-specification'),
        type: 'LearningAssessmentSpecification',
        title: texts(assessment.type),
      },
    },
    influencedBy: {
      id: part('activity'),
      type: 'LearningActivity',
      title: texts(record.title),
      awardedBy: awarded('activity'),
      workload: studyTime(workload.minutes),
      ...period,
    },
  };
}

/** Forms that the list of the learning model has. */
const modes = { online: ['920fbb3cbe', 'Online'], blended: ['e92d221e4d', 'Blended'] } as const;

function qualification(record: AwardRecord, part: PartName): JsonObject {
  const { level, outcomes, participation, workload, languages = [], prerequisites = [] } = record;
  const mode = participation === 'in-presence' ? undefined : modes[participation];
  return {
    id: part('qualification'),
    type: 'Qualification',
    title: texts(record.qualification ?? record.title),
    ...(record.aim && { description: texts(record.aim) }),
    eqfLevel: concept(`${snb}eqf`, String(level.eqf), `Level ${level.eqf}`),
    volumeOfLearning: studyTime(workload.minutes),
    ...(workload.ects && {
      creditPoint: {
        id: part('credits'),
        type: 'CreditPoint',
        framework: concept(`${snb}education-credit`, '6fcec5c5af', 'European Credit Transfer System'),
        point: String(workload.ects),
      },
    }),
    learningOutcome: outcomes.map(({ id, text }) => ({
      id: part(`outcome-${encodeURIComponent(id)}`),
      type: 'LearningOutcome',
      title: texts(text),
    })),
    ...(mode && { mode: concept(`${snb}learning-assessment`, mode[0], mode[1]) }),
    ...(languages.length > 0 && { language: languages.map(language) }),
    ...(prerequisites.length > 0 && {
      entryRequirement: prerequisites.map((words, at) => note(words, `prerequisite-${at + 1}`, part)),
    }),
  };
}

/** What Annex I asks for and the learning model has no term for. */
const remarks = ({ qualityAssurance, supervisedBy, otherQualifications, furtherInformation }: AwardRecord): Texts[] =>
  [qualityAssurance, supervisedBy, otherQualifications, furtherInformation].filter((words) => words !== undefined);

/** The model wants a grade of every assessment: where there is none, it was passed. */
function gradeOf({ grades = [], assessment }: AwardRecord): Readonly<Record<string, string>> {
  const [first, another] = grades;
  if (!first) return { en: assessment.grade ?? 'Pass' };
  if (!another) return { en: first.grade };
  return { en: grades.map(({ work, grade }) => `${work.en}: ${grade}`).join('; ') };
}

const note = (words: Readonly<Record<string, string>>, as: string, part: PartName): JsonObject => ({
  id: part(as),
  type: 'Note',
  noteLiteral: texts(words),
});

const texts = (words: Readonly<Record<string, string>>): Json => ({ ...words });
