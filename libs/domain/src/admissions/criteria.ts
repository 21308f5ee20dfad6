import { type Refusal, refuse } from '../refusal';
import { type Finding, type VoteChoice, voteChoices } from './deciding';

/** The facts about a criterion that the rules depend on. */
export interface Criterion {
  readonly id: string;
  readonly kind: 'required' | 'preferred';
}

/**
 * The two findings that an admission by exception needs. They are made like those on criteria; the colon keeps them
 * apart from the ids of a programme file.
 */
export const exceptionFindings = ['exception:conditions', 'exception:background'] as const;

/** The terms of an admission: the programme's criteria, and whether it allows exceptions. */
export interface AdmissionTerms {
  readonly criteria: readonly Criterion[];
  readonly knowsException: boolean;
}

/**
 * The subjects of a member's findings: the criteria, then the two questions of an exception if the programme allows
 * one.
 */
export const questionsOf = ({ criteria, knowsException }: AdmissionTerms): string[] => [
  ...criteria.map(({ id }) => id),
  ...(knowsException ? exceptionFindings : []),
];

/** The votes that members of its commission can choose from. */
export const choicesOf = ({ knowsException }: Pick<AdmissionTerms, 'knowsException'>): VoteChoice[] =>
  voteChoices.filter((choice) => choice !== 'admit-by-exception' || knowsException);

type Found = Readonly<Record<string, Finding | null | undefined>>;

/** The required criteria that are not met in these findings. */
export const requiredNotMet = ({ criteria }: AdmissionTerms, found: Found): string[] =>
  criteria.filter(({ id, kind }) => kind === 'required' && found[id] !== 'met').map(({ id }) => id);

/** The refusal for a missed required criterion: how many are missed, and whether an exception is possible. */
export const requiredMissed = ({ knowsException }: AdmissionTerms, missed: number): Refusal =>
  refuse('admissions.required-criterion-missed', { missed, exception: knowsException ? 'possible' : 'none' });

/** Whether somebody may be admitted by exception: the programme allows one, and both of its findings are there. */
export function byException({ knowsException }: AdmissionTerms, found: Found): true | Refusal {
  if (!knowsException) return refuse('admissions.no-exception');
  return exceptionFindings.every((id) => found[id] === 'met') || refuse('admissions.exception-not-shown');
}
