export const accountsRefusals = {
  'accounts.too-many-proposals': ['most'],
  'accounts.institution-known': ['name'],
  'accounts.merge-with-itself': [],
  'accounts.merged-already': [],
  'accounts.two-in-the-registry': [],
  'accounts.code-not-valid': [],
  'accounts.sign-in-failed': [],
  'accounts.invited-often': [],
  'accounts.wrong-password': [],
  'accounts.is-own-address': [],
  'accounts.mailed-often': [],
  'accounts.last-of-role': ['role'],
} as const;
