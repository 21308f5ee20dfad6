import type { FormField } from '@libretto/contracts';
import { type AdmissionTerms, type AskedCriterion, type Asks, type FormPart, partsAsked } from '@libretto/domain';
import type { EditionCard } from '../../editions';

/** The admission terms of an edition's programme. */
export const termsOf = ({
  definition,
}: EditionCard): AdmissionTerms & { readonly criteria: readonly AskedCriterion[] } => ({
  criteria: definition.admission.criteria,
  knowsException: definition.admission.exception !== undefined,
});

/** The parts that a dossier must have before it is submitted. */
export const asksOf = (edition: EditionCard): Asks => ({
  ...termsOf(edition),
  fields: ownFieldsOf(edition),
});

/** The optional parts that the form has. */
export const formPartsOf = (edition: EditionCard): FormPart[] => partsAsked(asksOf(edition));

/** The programme's own fields of the form. */
export const ownFieldsOf = ({ definition }: EditionCard): FormField[] => definition.admission.form ?? [];
