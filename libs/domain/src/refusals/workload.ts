export const workloadRefusals = {
  'workload.day-in-the-future': [],
  'workload.day-before-the-edition': ['firstDay'],
  'workload.day-is-full': ['most', 'recorded'],
  'workload.over-the-cap': ['left', 'cap'],
  'workload.is-a-reversal': [],
  'workload.already-reversed': [],
  'workload.not-declared': [],
} as const;
