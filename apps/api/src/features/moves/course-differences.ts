import type { ProgrammeDefinition } from '@libretto/contracts';
import { type CourseDifference, differencesBetween, metInCourse } from '@libretto/domain';
import { comparedVersion } from './compared-version';

/** What two versions say otherwise to those who take part already. */
export const courseDifferences = (
  from: ProgrammeDefinition,
  to: ProgrammeDefinition,
): CourseDifference<Record<string, string>>[] =>
  metInCourse(differencesBetween(comparedVersion(from), comparedVersion(to)));
