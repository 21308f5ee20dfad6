export const surveysRefusals = {
  'surveys.not-open': ['from'],
  'surveys.closed': [],
  'surveys.answered': [],
  'surveys.nothing-answered': [],
  'surveys.results-after-the-end': [],
  'surveys.too-few-answers': ['answered', 'least'],
} as const;
