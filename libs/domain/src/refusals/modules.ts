export const modulesRefusals = {
  'modules.material-not-open': ['day'],
  'modules.language-not-of-programme': ['language'],
  'modules.page-is-empty': [],
  'modules.page-without-title': ['language'],
  'modules.nothing-to-publish': [],
  'modules.not-a-picture': [],
} as const;
