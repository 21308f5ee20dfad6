import type { CefrLevel } from '../programmes';
import { type Refusal, refuse } from '../refusal';
import type { PreCheck } from './pre-checks';

/** What a file shows. */
export const evidenceKinds = ['degree', 'experience', 'language', 'exceptional-conditions', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

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
  /** The last day; `null` where the post is still held. */
  readonly until: string | null;
}

export interface Referee {
  readonly name: string;
  readonly email: string;
}

/** What an applicant has written; empty until it is. */
export interface ApplicationForm {
  readonly degrees: readonly Degree[];
  readonly posts: readonly Post[];
  readonly languages: readonly { readonly language: string; readonly level: CefrLevel }[];
  readonly referees: readonly Referee[];
  readonly motivation: string;
  /** Conditions that may justify an exception; empty where none are claimed. */
  readonly exceptionalConditions: string;
}

export const emptyForm: ApplicationForm = {
  degrees: [],
  posts: [],
  languages: [],
  referees: [],
  motivation: '',
  exceptionalConditions: '',
};

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

/** Whether a dossier may go to the commission now. The last moment of the deadline still counts. */
export function submit(
  dossier: Dossier,
  preChecks: readonly PreCheck[],
  { closesAt }: { closesAt: Date },
  now: Date,
): true | Refusal {
  if (now > closesAt) return refuse('admissions.deadline-passed', { deadline: closesAt.toISOString() });
  const missing = missingFrom(dossier, preChecks).length;
  return missing === 0 || refuse('admissions.incomplete', { missing });
}
