import type { AwardRecord } from '@libretto/credentials';
import { stepsOf } from '@libretto/domain';
import type { ReleasedGrade } from '../../project-work';

/** The grades of a learner as the award keeps them: with the scale, and with how many people of the edition have which. */
export const awardGrades = (grades: readonly ReleasedGrade[]): NonNullable<AwardRecord['grades']> =>
  grades.map(({ brief, scale, grade, late, distribution }) => {
    const steps = stepsOf(scale);
    return {
      work: brief.title,
      grade,
      scale: {
        grades: steps.map((step) => step.grade),
        passFrom: steps.findLast(({ outcome }) => outcome === 'passed')?.grade ?? grade,
      },
      ...(late && { late }),
      ...(distribution && { distribution }),
    };
  });
