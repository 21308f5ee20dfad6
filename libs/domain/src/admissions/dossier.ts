import type { OwnFieldKey } from '../programmes';
import { type Refusal, refuse } from '../refusal';
import type { EvidenceKind, Shown } from './evidence';
import type { ApplicationForm } from './form';
import { lacking } from './lacking';
import type { Asks } from './parts';
import type { PreCheck } from './pre-checks';

/** Everything that the commission will read, and where the applicant works. */
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
 * What an application lacks before it can be submitted, in the order of the form. The data that the pre-check of a
 * required criterion reads has to be there; what is only preferred may be left out. Where the programme knows exceptions,
 * who claims exceptional conditions, with evidence of them, may have held no post.
 */
export function missingFrom({ form, evidence, institutionId }: Dossier, { criteria, knowsException, fields }: Asks): MissingItem[] {
  const preChecks = criteria.flatMap(({ kind, preCheck }) => (kind === 'required' && preCheck ? [preCheck] : []));
  const isChecked = (about: PreCheck['about']) => preChecks.some((check) => check.about === about);
  const isShown = (kind: EvidenceKind) => evidence.some((one) => one.kind === kind);
  const claimsException = knowsException && form.exceptionalConditions !== '';
  const languagesChecked = preChecks.flatMap((check) => (check.about === 'cefr' ? [check.language] : []));
  const lacks: Record<FixedItem, boolean> = {
    institution: institutionId === null,
    degree: isChecked('eqf-level') && form.degrees.length === 0,
    'degree-evidence': isChecked('eqf-level') && !isShown('degree'),
    post: isChecked('months-of-experience') && form.posts.length === 0 && !claimsException,
    language: languagesChecked.some((language) => !form.languages.some((one) => one.language === language)),
    motivation: form.motivation === '',
    'exception-evidence': claimsException && !isShown('exceptional-conditions'),
  };
  return [...fixedItems.filter((item) => lacks[item]), ...lacking(fields, { form, evidence }).map(({ key }) => key)];
}

/** Whether a dossier may go to the commission now. */
export function submit(
  dossier: Dossier,
  asks: Asks,
  { takesApplications }: { takesApplications: boolean },
): true | Refusal {
  if (!takesApplications) return refuse('admissions.not-open');
  const missing = missingFrom(dossier, asks).length;
  return missing === 0 || refuse('admissions.incomplete', { missing });
}
