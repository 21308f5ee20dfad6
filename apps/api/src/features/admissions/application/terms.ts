import type { AdmissionTerms, PreCheck } from '@libretto/domain';
import type { EditionCard } from '../../editions';

/** What the programme of an edition asks of applicants. */
export const termsOf = ({ definition }: EditionCard): AdmissionTerms => ({
  criteria: definition.admission.criteria,
  knowsException: definition.admission.exception !== undefined,
});

export const preChecksOf = ({ definition }: EditionCard): PreCheck[] =>
  definition.admission.criteria.flatMap(({ preCheck }) => preCheck ?? []);
