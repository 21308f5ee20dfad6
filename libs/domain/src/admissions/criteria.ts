import type { Finding } from './deciding';

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

type Found = Readonly<Record<string, Finding | null | undefined>>;

/** The required criteria that these findings do not say are met. */
export const requiredNotMet = ({ criteria }: AdmissionTerms, found: Found): string[] =>
  criteria.filter(({ id, kind }) => kind === 'required' && found[id] !== 'met').map(({ id }) => id);

/** Whether both findings of an exception are there. */
export const exceptionHolds = ({ knowsException }: AdmissionTerms, found: Found): boolean =>
  knowsException && exceptionFindings.every((id) => found[id] === 'met');
