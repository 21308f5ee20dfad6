import { type Refusal, refuse } from '../refusal';

/** The learner named in a credential, as the participant confirms them. */
export interface Learner {
  readonly givenName: string;
  readonly familyName: string;
  /** A calendar day, `1990-05-04`. */
  readonly birthDate: string;
}

const oldest = 120;

/** A birth date is a past day of somebody who can be alive; a typing slip of a century shows here. */
export function plausibleLearner(learner: Learner, today: string): Learner | Refusal {
  const years = Number(today.slice(0, 4)) - Number(learner.birthDate.slice(0, 4));
  if (learner.birthDate >= today) return refuse('credentials.birth-date-not-past', { birthDate: learner.birthDate });
  if (years > oldest) return refuse('credentials.birth-date-too-old', { birthDate: learner.birthDate, years: oldest });
  return learner;
}

/** A name that no document can show is not signed. `unprintable` are the characters that no font has. */
export function printableLearner(learner: Learner, unprintable: readonly string[]): Learner | Refusal {
  return unprintable.length
    ? refuse('credentials.name-not-printable', { characters: unprintable.join(' '), count: unprintable.length })
    : learner;
}
