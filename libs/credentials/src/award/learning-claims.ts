import { missingElements, type AwardRecord } from './award-record';
import { IncompleteAward } from './build-credential';
import type { openClaims, partClaims } from './claim-names';
import type { JsonObject } from '../platform/json';

/** The type of European learning credentials in wallets, whose claims these are; those that it does not name are ours. */
export const learningCredential = 'urn:eu.europa.ec.eudi:learning:credential:1';

type Claims<Name extends string> = { readonly [Key in Name]?: JsonObject[string] };

/** An award as a learning credential states it, in English as wallets show it; a claim that the award lacks is not there. */
export function learningClaims(record: AwardRecord): {
  readonly open: Claims<(typeof openClaims)[number]>;
  readonly parts: Claims<(typeof partClaims)[number]>;
} {
  const missing = missingElements(record);
  if (missing.length > 0) throw new IncompleteAward(missing);
  const { learner, workload, level, assessment, stackability } = record;
  return {
    open: {
      achievement_title: (record.qualification ?? record.title).en,
      issuing_authority: record.awardingBodies.map(({ name }) => name).join(', '),
      issuing_country: record.country,
      date_of_issuance: record.awardedAt.slice(0, 10),
    },
    parts: {
      ...(learner.familyName && { family_name: learner.familyName }),
      given_name: learner.givenName,
      birth_date: learner.dateOfBirth,
      ...(record.aim && { achievement_description: record.aim.en }),
      learning_outcomes: record.outcomes.map(({ text }) => text.en),
      ...gradeIn(record),
      result: 'Passed',
      assessment_type: assessment.type.en,
      ...(record.languages?.length && { language_of_classes: record.languages }),
      expected_study_time: studyTime(workload.minutes),
      ...(workload.ects && { ects: workload.ects }),
      level_of_learning_experience: level.eqf,
      form_of_participation: record.participation,
      types_of_quality_assurance: [record.qualityAssurance.en],
      ...(record.prerequisites?.length && { prerequisites_to_enroll: record.prerequisites.map(({ en }) => en) }),
      ...(stackability && { integration_stackability_options: stackability.kind === 'stackable' }),
    },
  };
}

function gradeIn({ grades = [], assessment }: AwardRecord): { assessment_grade?: string } {
  const [first, another] = grades;
  const said = another ? grades.map(({ work, grade }) => `${work.en}: ${grade}`).join('; ') : first?.grade;
  const grade = said ?? assessment.grade;
  return grade === undefined ? {} : { assessment_grade: grade };
}

/** As ISO 8601 writes it: `PT125H30M`. */
export function studyTime(minutes: number): string {
  const rest = minutes % 60;
  return `PT${Math.trunc(minutes / 60)}H${rest ? `${rest}M` : ''}`;
}
