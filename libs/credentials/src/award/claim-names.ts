/** The claims that everybody sees to whom a holder shows any of it: what it is, and whose word. */
export const openClaims = ['achievement_title', 'issuing_authority', 'issuing_country', 'date_of_issuance'] as const;

/** The claims that a holder shows or withholds, each for itself. */
export const partClaims = [
  ...['family_name', 'given_name', 'birth_date', 'achievement_description', 'learning_outcomes', 'assessment_grade'],
  ...['result', 'assessment_type', 'language_of_classes', 'expected_study_time', 'ects'],
  ...['level_of_learning_experience', 'form_of_participation', 'types_of_quality_assurance'],
  ...['prerequisites_to_enroll', 'integration_stackability_options'],
] as const;
