export const workloadRefusals = {
  'workload.day-in-the-future': [],
  'workload.day-before-the-edition': ['firstDay'],
  'workload.day-is-full': ['day', 'most', 'recorded'],
  'workload.ends-before-it-starts': [],
  'workload.too-many-days': ['most'],
  'workload.over-the-cap': ['left', 'cap'],
  'workload.is-a-reversal': [],
  'workload.already-reversed': [],
  'workload.not-declared': [],
  'workload.timer-is-running': ['moduleNumber'],
} as const;
