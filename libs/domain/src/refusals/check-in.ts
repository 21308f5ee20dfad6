export const checkInRefusals = {
  'check-in.too-early': ['day', 'time', 'zone'],
  'check-in.over': [],
  'check-in.code-changed': ['seconds'],
  'check-in.code-unknown': [],
  'check-in.kept-too-long': ['minutes'],
  'check-in.not-enrolled': [],
  'check-in.not-in': [],
  'check-in.no-radius': [],
} as const;
