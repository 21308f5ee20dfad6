import { fullNameOf } from '@libretto/domain';
import { addressOf } from '../platform/address';
import { gradeDescriptions, gradeResults } from './award-grades';
import { missingElements, type AnnexElement, type AwardRecord } from './award-record';
import { badgeContexts } from '../linked-data/contexts';
import type { Json, JsonObject } from '../platform/json';
import type { StatusPurpose } from './status-purpose';
import type { Path } from '../linked-data/stamped-canonical';

/** The signer, and the addresses at which the credential will be found. */
export interface Issue {
  /** The public address of the credential, for good: `https://…/credentials/<id>`. */
  readonly id: string;
  readonly issuer: Issuer;
  /** The address of the programme version that was achieved. */
  readonly achievement: string;
  /** Its place in the list of what is not to be relied on: suspended, replaced or revoked. */
  readonly status: { readonly list: string; readonly index: number };
}

export interface Issuer {
  /** `did:web:…`. */
  readonly did: string;
  readonly name: string;
  readonly url: string;
}

/** The record lacks something that Annex I makes mandatory: nothing is issued. */
export class IncompleteAward extends Error {
  constructor(readonly missing: readonly AnnexElement[]) {
    super(`The award lacks ${missing.join(', ')}. Nothing half-filled is issued.`);
  }
}

/**
 * Renders an award as an Open Badges 3.0 AchievementCredential, still unsigned: in English, as Open Badges has one language
 * per text; the record inside has them all. Throws `IncompleteAward` for an incomplete record.
 */
export function buildCredential(record: AwardRecord, issue: Issue): JsonObject {
  const missing = missingElements(record);
  if (missing.length > 0) throw new IncompleteAward(missing);
  for (const address of [issue.id, issue.achievement, issue.status.list]) {
    if (addressOf(address)?.href !== address) throw new TypeError(`"${address}" is not an address in full.`);
  }
  const { givenName, familyName, dateOfBirth } = record.learner;
  return {
    '@context': [...badgeContexts],
    id: issue.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: record.title.en,
    issuer: issuer(record, issue.issuer),
    validFrom: record.awardedAt,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        identity('name', fullNameOf(record.learner)),
        identity('ext:givenName', givenName),
        ...(familyName ? [identity('ext:familyName', familyName)] : []),
        identity('ext:dateOfBirth', dateOfBirth),
      ],
      ...(record.workload.ects && { creditsEarned: record.workload.ects }),
      achievement: achievement(record, issue),
      result: [
        { type: ['Result'], resultDescription: resultOf(issue), ...achievedResult(record) },
        ...gradeResults(record.grades ?? [], issue.achievement),
      ],
      awardRecord: record as unknown as Json,
    },
    ...(record.assessment.work && { evidence: [{ type: ['Evidence'], name: record.assessment.work.en }] }),
    // The data model takes several; the JSON schema of Open Badges 3.0 takes one (decision 066).
    credentialStatus: {
      id: `${issue.status.list}#${issue.status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'suspension' satisfies StatusPurpose,
      statusListIndex: String(issue.status.index),
      statusListCredential: issue.status.list,
    },
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
  };
}

/**
 * Where a credential of `buildCredential` differs from the others of its programme: its addresses, its time and its learner. The
 * learner's data stand in text and in the JSON literal of the record only, where they can mean nothing else.
 */
export function ownPartsOf(credential: JsonObject): Path[] {
  const { identifier, result } = credential['credentialSubject'] as { identifier: Json[]; result: JsonObject[] };
  return [
    ['id'],
    ['validFrom'],
    ...identifier.map((_, at) => ['credentialSubject', 'identifier', at, 'identityHash']),
    ...result.flatMap((one, at) => ('value' in one ? [['credentialSubject', 'result', at, 'value']] : [])),
    ['credentialSubject', 'awardRecord'],
    ['credentialStatus', 'id'],
    ['credentialStatus', 'statusListIndex'],
    ['credentialStatus', 'statusListCredential'],
  ];
}

function issuer(record: AwardRecord, { did, name, url }: Issuer): JsonObject {
  return {
    id: did,
    type: ['Profile'],
    name,
    url,
    address: { type: ['Address'], addressCountryCode: record.country },
  };
}

function achievement(record: AwardRecord, issue: Issue): JsonObject {
  return {
    id: issue.achievement,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: (record.qualification ?? record.title).en,
    description: (record.aim ?? record.title).en,
    inLanguage: 'en',
    criteria: { narrative: record.assessment.type.en },
    ...(record.workload.ects && { creditsAvailable: record.workload.ects }),
    alignment: [
      eqfLevel(record.level.eqf),
      ...record.outcomes.map((outcome) => learningOutcome(outcome, record, issue)),
    ],
    resultDescription: [
      {
        id: resultOf(issue),
        type: ['ResultDescription'],
        name: record.assessment.type.en,
        resultType: record.assessment.grade ? 'Result' : 'Status',
      },
      ...gradeDescriptions(record.grades ?? [], issue.achievement),
    ],
  };
}

const eqfLevel = (level: number): JsonObject => ({
  type: ['Alignment'],
  targetName: `EQF level ${level}`,
  targetFramework: 'European Qualifications Framework',
  targetCode: String(level),
  targetUrl: `http://data.europa.eu/snb/eqf/${level}`,
});

const learningOutcome = (outcome: AwardRecord['outcomes'][number], record: AwardRecord, issue: Issue): JsonObject => ({
  type: ['Alignment'],
  targetName: outcome.text.en,
  targetFramework: record.title.en,
  targetType: 'ceasn:Competency',
  targetCode: outcome.id,
  targetUrl: `${issue.achievement}#${encodeURIComponent(outcome.id)}`,
});

const resultOf = (issue: Issue): string => `${issue.achievement}#result`;

const achievedResult = ({ assessment }: AwardRecord): JsonObject =>
  assessment.grade ? { value: assessment.grade } : { status: 'Completed' };

/** Open Badges' way to name a person. `hashed: false`: the name is written out, so that an identity document can be compared. */
const identity = (identityType: string, identityHash: string): JsonObject => ({
  type: 'IdentityObject',
  hashed: false,
  identityType,
  identityHash,
});
