import { type Refusal, refuse } from '../refusal';
import { type Finding, type VoteChoice, voteChoices } from './deciding';

/** A criterion of the programme, as the rules look at it. */
export interface Criterion {
  readonly id: string;
  readonly kind: 'required' | 'preferred';
}

/**
 * The two findings without which nobody is admitted by exception. They are found like criteria; the colon keeps them
 * apart from the ids of a programme file.
 */
export const exceptionFindings = ['exception:conditions', 'exception:background'] as const;

/** What an admission asks for: the programme's criteria, and whether it knows exceptions at all. */
export interface AdmissionTerms {
  readonly criteria: readonly Criterion[];
  readonly knowsException: boolean;
}

/** What a member finds on: the criteria, then the two questions of an exception where the programme knows one. */
export const questionsOf = ({ criteria, knowsException }: AdmissionTerms): string[] => [
  ...criteria.map(({ id }) => id),
  ...(knowsException ? exceptionFindings : []),
];

/** How members of its commission can vote. */
export const choicesOf = ({ knowsException }: Pick<AdmissionTerms, 'knowsException'>): VoteChoice[] =>
  voteChoices.filter((choice) => choice !== 'admit-by-exception' || knowsException);

type Found = Readonly<Record<string, Finding | null | undefined>>;

/** The required criteria that these findings do not say are met. */
export const requiredNotMet = ({ criteria }: AdmissionTerms, found: Found): string[] =>
  criteria.filter(({ id, kind }) => kind === 'required' && found[id] !== 'met').map(({ id }) => id);

/** Why nobody is admitted over these findings: what is missed, and whether there is an exception to turn to. */
export const requiredMissed = ({ knowsException }: AdmissionTerms, missed: number): Refusal =>
  refuse('admissions.required-criterion-missed', { missed, exception: knowsException ? 'possible' : 'none' });

/** Whether somebody may be admitted by exception: the programme has one, and both of its findings are there. */
export function byException({ knowsException }: AdmissionTerms, found: Found): true | Refusal {
  if (!knowsException) return refuse('admissions.no-exception');
  return exceptionFindings.every((id) => found[id] === 'met') || refuse('admissions.exception-not-shown');
}
