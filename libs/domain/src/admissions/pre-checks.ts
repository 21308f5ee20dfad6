import { type CefrLevel, cefrLevels } from '../programmes';
import type { ApplicationForm } from './form';
import { monthsOfExperience } from './experience';

/** A programme's check of the form's data for a criterion. */
export type PreCheck =
  | { readonly about: 'eqf-level'; readonly atLeast: number }
  | { readonly about: 'months-of-experience'; readonly atLeast: number }
  | { readonly about: 'cefr'; readonly language: string; readonly atLeast: CefrLevel };

/** `no-data`: the form has no data for it. */
export const preCheckOutcomes = ['reached', 'not-reached', 'no-data'] as const;
export type PreCheckOutcome = (typeof preCheckOutcomes)[number];

/** It informs the members, who alone make findings. */
export interface PreCheckAnswer {
  readonly about: PreCheck['about'];
  readonly outcome: PreCheckOutcome;
  readonly needed: string;
  /** The best value in the form. */
  readonly found: string | null;
}

export function preCheck(check: PreCheck, form: ApplicationForm, today: string): PreCheckAnswer {
  if (check.about === 'cefr') return checkLanguage(check, form);
  const found =
    check.about === 'eqf-level' ? highestLevel(form) : form.posts.length ? monthsOfExperience(form.posts, today) : null;
  return {
    about: check.about,
    outcome: found === null ? 'no-data' : found >= check.atLeast ? 'reached' : 'not-reached',
    needed: String(check.atLeast),
    found: found === null ? null : String(found),
  };
}

const highestLevel = ({ degrees }: ApplicationForm): number | null =>
  degrees.length ? Math.max(...degrees.map(({ eqfLevel }) => eqfLevel)) : null;

function checkLanguage(check: Extract<PreCheck, { about: 'cefr' }>, { languages }: ApplicationForm): PreCheckAnswer {
  const ranks = languages
    .filter(({ language }) => language === check.language)
    .map(({ level }) => cefrLevels.indexOf(level));
  const best = Math.max(-1, ...ranks);
  return {
    about: 'cefr',
    outcome: best < 0 ? 'no-data' : best >= cefrLevels.indexOf(check.atLeast) ? 'reached' : 'not-reached',
    needed: check.atLeast,
    found: cefrLevels[best] ?? null,
  };
}
