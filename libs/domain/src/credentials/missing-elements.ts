/** What an award states of its learner and its programme, as far as it is known. */
export interface AwardDraft {
  readonly learner: {
    readonly givenName?: string | null;
    readonly familyName?: string | null;
    readonly birthDate?: string | null;
    /** The participant looked at these three and said that they are right. */
    readonly confirmed: boolean;
  };
  readonly title: TextInLanguages;
  readonly awardingBodies: readonly { readonly name?: string | null; readonly country?: string | null }[];
  readonly level: { readonly eqf?: number | null };
  readonly outcomes: readonly unknown[];
  readonly workload: { readonly ects?: number | null };
  readonly assessment?: unknown;
  readonly participation?: unknown;
  readonly qualityAssurance?: unknown;
}

type TextInLanguages = Readonly<Record<string, string | undefined>>;

/** Everything without which no award is made: the learner's part, and Annex I's part of the programme. */
export const awardElements = [
  'given-name',
  'family-name',
  'birth-date',
  'confirmation',
  'title',
  'awarding-body',
  'country',
  'level',
  'outcomes',
  'workload',
  'assessment',
  'participation',
  'quality-assurance',
] as const;
export type AwardElement = (typeof awardElements)[number];

/** What a draft still lacks, all of it at once. Nothing half-filled is ever awarded. */
export function elementsMissing(draft: AwardDraft): AwardElement[] {
  const { learner, awardingBodies } = draft;
  const there: Record<AwardElement, boolean> = {
    'given-name': says(learner.givenName),
    'family-name': says(learner.familyName),
    'birth-date': says(learner.birthDate),
    confirmation: learner.confirmed,
    title: saysInAnyLanguage(draft.title),
    'awarding-body': awardingBodies.length > 0 && awardingBodies.every(({ name }) => says(name)),
    country: awardingBodies.every(({ country }) => says(country)),
    level: Boolean(draft.level.eqf),
    outcomes: draft.outcomes.length > 0,
    workload: Boolean(draft.workload.ects),
    assessment: Boolean(draft.assessment),
    participation: Boolean(draft.participation),
    'quality-assurance': Boolean(draft.qualityAssurance),
  };
  return awardElements.filter((element) => !there[element]);
}

const says = (text: string | null | undefined): boolean => Boolean(text?.trim());
const saysInAnyLanguage = (text: TextInLanguages): boolean => Object.values(text).some(says);
