import type { AssessmentSupervision, Cycle, ModuleMode, ParticipationForm, StackPath } from '@libretto/domain';

/** One text in English, in Italian and perhaps in more languages, by ISO 639-1 code. */
export type Texts = { readonly en: string; readonly it: string } & { readonly [language: string]: string };

/**
 * An enrolment's achievement on the day of issue: the elements of Annex I of the Council Recommendation of 16 June
 * 2022. A snapshot: it is stored, never changed, and every format is a rendering of it.
 */
export interface AwardRecord {
  readonly awardId: string;
  readonly learner: {
    readonly givenName: string;
    readonly familyName: string;
    /** `1990-05-17`. */
    readonly dateOfBirth: string;
  };
  readonly title: Texts;
  /** The name of the qualification, where it differs from the course's. */
  readonly qualification?: Texts;
  readonly aim?: Texts;
  /** ISO 3166-1 alpha-2: the country or region of the issuer. */
  readonly country: string;
  readonly awardingBodies: readonly AwardingBody[];
  readonly partners: readonly Partner[];
  /** The date of issue, as a UTC instant to the second: `2026-11-23T10:00:00Z`. */
  readonly awardedAt: string;
  readonly outcomes: readonly { readonly id: string; readonly text: Texts }[];
  readonly workload: { readonly minutes: number; readonly ects?: number };
  readonly level: { readonly eqf: number; readonly nqf?: number; readonly cycle?: Cycle };
  readonly assessment: {
    readonly type: Texts;
    readonly supervision: AssessmentSupervision;
    /** The assessed work, such as the title of the project work. */
    readonly work?: Texts;
    /** Only where every marker was a professor; otherwise the result is "passed" and nothing more. */
    readonly grade?: string;
  };
  /** Of each assessed work that a professor graded; where there is none, the result is "passed" and nothing more. */
  readonly grades?: readonly AwardGrade[];
  readonly participation: ParticipationForm;
  readonly qualityAssurance: Texts;
  readonly stackability?: { readonly kind: 'stand-alone' } | { readonly kind: 'stackable'; readonly path: StackPath };
  readonly languages?: readonly string[];
  readonly edition?: { readonly name: string; readonly startsOn: string; readonly endsOn: string };
  readonly modules?: readonly { readonly title: Texts; readonly mode: ModuleMode; readonly minutes: number }[];
  readonly prerequisites?: readonly Texts[];
  /** The body that supervises the awarding bodies. */
  readonly supervisedBy?: Texts;
  readonly otherQualifications?: Texts;
  readonly furtherInformation?: Texts;
}

/** The grade of one assessed work, on its scale and among the others. */
export interface AwardGrade {
  readonly work: Texts;
  readonly grade: string;
  /** What was given, and how many points of it a late work has lost; absent where it has lost none. */
  readonly late?: { readonly given: string; readonly taken: number; readonly days: number };
  /** Its grades from the best to the worst, and the lowest with which one has passed. */
  readonly scale: { readonly grades: readonly string[]; readonly passFrom: string };
  /**
   * How many people of the edition had passed with each grade when this was stated, the best first, as the ECTS Users'
   * Guide asks for. Absent where they were too few: nobody is told apart.
   */
  readonly distribution?: {
    readonly people: number;
    readonly grades: readonly { readonly grade: string; readonly people: number }[];
  };
}

export interface AwardingBody {
  readonly name: string;
  readonly country: string;
  readonly website?: string;
  readonly status: Texts;
}

export interface Partner {
  readonly name: string;
  readonly country: string;
  readonly role: Texts;
  /** Degree of cooperation: 1 high, 2 medium, 3 low. */
  readonly cooperation: 1 | 2 | 3;
}

/**
 * The mandatory elements, each with a check of its presence. Untrusted data are checked too, so nothing is taken for
 * granted.
 */
const mandatory = {
  'learner-given-name': (record) => isText(at(record, 'learner', 'givenName')),
  // Empty for somebody who has one name only.
  'learner-family-name': (record) =>
    at(record, 'learner', 'familyName') === '' || isText(at(record, 'learner', 'familyName')),
  'learner-date-of-birth': (record) => isDay(at(record, 'learner', 'dateOfBirth')),
  title: (record) => isTexts(at(record, 'title')),
  country: (record) => isCountry(at(record, 'country')),
  'awarding-body': (record) => isListOf(at(record, 'awardingBodies'), (body) => isText(at(body, 'name'))),
  'awarding-body-country': (record) => isListOf(at(record, 'awardingBodies'), (body) => isCountry(at(body, 'country'))),
  'awarding-body-status': (record) => isListOf(at(record, 'awardingBodies'), (body) => isTexts(at(body, 'status'))),
  'date-of-issue': (record) => isInstant(at(record, 'awardedAt')),
  outcomes: (record) =>
    isListOf(at(record, 'outcomes'), (outcome) => isText(at(outcome, 'id')) && isTexts(at(outcome, 'text'))),
  workload: (record) => isPositive(at(record, 'workload', 'minutes')),
  level: (record) => isOneOf(at(record, 'level', 'eqf'), [1, 2, 3, 4, 5, 6, 7, 8]),
  'assessment-type': (record) => isTexts(at(record, 'assessment', 'type')),
  'assessment-supervision': (record) =>
    isOneOf(at(record, 'assessment', 'supervision'), ['unsupervised', 'supervised', 'supervised-with-identity-check']),
  participation: (record) => isOneOf(at(record, 'participation'), ['online', 'in-presence', 'blended']),
  'quality-assurance': (record) => isTexts(at(record, 'qualityAssurance')),
} satisfies Record<string, (record: unknown) => boolean>;

export type AnnexElement = keyof typeof mandatory;
export const annexElements = Object.keys(mandatory) as AnnexElement[];

/** Every mandatory element that the record lacks, or has only in half of the languages. Empty: it may be issued. */
export function missingElements(record: unknown): AnnexElement[] {
  return annexElements.filter((element) => !mandatory[element](record));
}

/** Tells a whole award record from anything else. */
export const isAwardRecord = (value: unknown): value is AwardRecord => missingElements(value).length === 0;

/** The value below these keys of a value of any type. */
export function at(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed();
export const isTexts = (value: unknown): value is Texts => isText(at(value, 'en')) && isText(at(value, 'it'));
const isCountry = (value: unknown): boolean => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const isPositive = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value > 0;
export const isOneOf = (value: unknown, allowed: readonly unknown[]): boolean => allowed.includes(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isItem);

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(`${value}T00:00:00Z`);
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && isRealDate(value);

/** The 30th of February has the right form and is still no date. */
function isRealDate(instant: string): boolean {
  const date = new Date(instant);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === instant.slice(0, 19);
}
