import { shinglesIn } from '@libretto/domain/similarity';
import type { Brief } from '../work/briefs';

/** The shingles of what a brief says, in every language: whoever repeats it has it from there. */
export const shinglesOfBrief = (brief: Brief): ReadonlySet<number> => shinglesIn(textsIn(brief));

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
