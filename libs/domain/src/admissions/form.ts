import type { CefrLevel } from '../programmes';
import type { Answers } from './answers';

export interface Degree {
  readonly title: string;
  readonly institution: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly eqfLevel: number;
  readonly year: number;
}

export interface Post {
  readonly employer: string;
  readonly role: string;
  /** The first day, `2024-01-15`. */
  readonly from: string;
  /** The last day; `null` while the post is held. */
  readonly until: string | null;
}

export interface Referee {
  readonly name: string;
  readonly email: string;
}

/** An applicant's form; its fields are empty at first. */
export interface ApplicationForm {
  readonly degrees: Degree[];
  readonly posts: Post[];
  readonly languages: { readonly language: string; readonly level: CefrLevel }[];
  readonly referees: Referee[];
  readonly motivation: string;
  /** Conditions that may justify an exception; empty if none are claimed. */
  readonly exceptionalConditions: string;
  /** Answers to the programme's own fields. */
  readonly answers: Answers;
}

export const emptyForm: ApplicationForm = {
  degrees: [],
  posts: [],
  languages: [],
  referees: [],
  motivation: '',
  exceptionalConditions: '',
  answers: {},
};
