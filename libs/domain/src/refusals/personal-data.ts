export const personalDataRefusals = {
  'personal-data.copy-under-way': [],
} as const;
