import type { OwnFieldKey } from '../programmes';
import type { EvidenceKind, Shown } from './evidence';
import type { ApplicationForm } from './form';
import { lacking } from './lacking';
import { asAsked, type Asks, partsAsked } from './parts';
import type { PreCheck } from './pre-checks';

/** The parts that the commission will read, and the applicant's institution. */
export interface Dossier {
  readonly form: ApplicationForm;
  readonly evidence: readonly Shown[];
  readonly institutionId: string | null;
}

export const fixedItems = [
  'institution',
  'degree',
  'degree-evidence',
  'post',
  'language',
  'motivation',
  'exception-evidence',
] as const;
type FixedItem = (typeof fixedItems)[number];
export type MissingItem = FixedItem | OwnFieldKey;

/**
 * The parts that an application lacks before it can be submitted, in the order of the form. Data for the pre-check of a
 * required criterion is needed; data for a preferred one may be left out. If the programme allows exceptions, an
 * applicant who claims exceptional conditions, with evidence of them, may lack the data of a required criterion.
 */
export function missingFrom(dossier: Dossier, asks: Asks): MissingItem[] {
  const { criteria, knowsException, fields } = asks;
  const { form, evidence, institutionId } = asAsked(partsAsked(asks), dossier);
  const preChecks = criteria.flatMap(({ kind, preCheck }) => (kind === 'required' && preCheck ? [preCheck] : []));
  const isShown = (kind: EvidenceKind) => evidence.some((one) => one.kind === kind);
  const claimsException = knowsException && form.exceptionalConditions !== '';
  const isNeeded = (about: PreCheck['about']) => !claimsException && preChecks.some((check) => check.about === about);
  const languagesChecked = preChecks.flatMap((check) => (check.about === 'cefr' ? [check.language] : []));
  const lacks: Record<FixedItem, boolean> = {
    institution: institutionId === null,
    degree: isNeeded('eqf-level') && form.degrees.length === 0,
    'degree-evidence': isNeeded('eqf-level') && !isShown('degree'),
    post: isNeeded('months-of-experience') && form.posts.length === 0,
    language:
      isNeeded('cefr') && languagesChecked.some((language) => !form.languages.some((one) => one.language === language)),
    motivation: form.motivation === '',
    'exception-evidence': claimsException && !isShown('exceptional-conditions'),
  };
  return [...fixedItems.filter((item) => lacks[item]), ...lacking(fields, { form, evidence }).map(({ key }) => key)];
}
