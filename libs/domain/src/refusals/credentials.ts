export const credentialsRefusals = {
  'credentials.already-awarded': [],
  'credentials.birth-date-not-past': ['birthDate'],
  'credentials.birth-date-too-old': ['years', 'birthDate'],
  'credentials.nothing-to-retry': [],
  'credentials.waits-for-learner': [],
  'credentials.not-valid': [],
  'credentials.nothing-to-share': [],
  'credentials.too-many-links': ['most'],
  'credentials.link-not-open': [],
  'credentials.name-not-printable': ['count', 'characters'],
  'credentials.nothing-corrected': [],
} as const;
