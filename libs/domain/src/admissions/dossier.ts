import { type Refusal, refuse } from '../refusal';
import type { ApplicationForm } from './form';
import type { PreCheck } from './pre-checks';

/** What a file shows. */
export const evidenceKinds = ['degree', 'experience', 'language', 'exceptional-conditions', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Everything that the commission will read, and where the applicant works. */
export interface Dossier {
  readonly form: ApplicationForm;
  readonly evidence: readonly EvidenceKind[];
  readonly institutionId: string | null;
}

export const missingItems = [
  'institution',
  'degree',
  'degree-evidence',
  'post',
  'language',
  'motivation',
  'exception-evidence',
] as const;
export type MissingItem = (typeof missingItems)[number];

/**
 * What an application lacks before it can be submitted, in the order of the form. The data that a pre-check reads
 * has to be there; only who claims exceptional conditions, with evidence of them, may have held no post.
 */
export function missingFrom({ form, evidence, institutionId }: Dossier, preChecks: readonly PreCheck[]): MissingItem[] {
  const isChecked = (about: PreCheck['about']) => preChecks.some((check) => check.about === about);
  const claimsException = form.exceptionalConditions !== '';
  const languagesChecked = preChecks.flatMap((check) => (check.about === 'cefr' ? [check.language] : []));
  const lacks: Record<MissingItem, boolean> = {
    institution: institutionId === null,
    degree: isChecked('eqf-level') && form.degrees.length === 0,
    'degree-evidence': isChecked('eqf-level') && !evidence.includes('degree'),
    post: isChecked('months-of-experience') && form.posts.length === 0 && !claimsException,
    language: languagesChecked.some((language) => !form.languages.some((one) => one.language === language)),
    motivation: form.motivation === '',
    'exception-evidence': claimsException && !evidence.includes('exceptional-conditions'),
  };
  return missingItems.filter((item) => lacks[item]);
}

/** Whether a dossier may go to the commission now. */
export function submit(
  dossier: Dossier,
  preChecks: readonly PreCheck[],
  { takesApplications }: { takesApplications: boolean },
): true | Refusal {
  if (!takesApplications) return refuse('admissions.not-open');
  const missing = missingFrom(dossier, preChecks).length;
  return missing === 0 || refuse('admissions.incomplete', { missing });
}
