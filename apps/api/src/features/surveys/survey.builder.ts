import type { SurveyDefinition } from '@libretto/contracts';

const both = (text: string) => ({ en: text, it: text });
const ends = { least: both('not at all'), most: both('very') };
const option = (id: string) => ({ id, label: both(id) });

/** A survey with a question of each kind, of which the first is required. */
export const aSurvey = (values: Partial<SurveyDefinition> = {}): SurveyDefinition => ({
  introduction: both('Three minutes.'),
  questions: [
    { id: 'useful', kind: 'scale', required: true, text: both('How useful is the course?'), ends },
    { id: 'pace', kind: 'choice', text: both('How was the pace?'), options: ['slow', 'right', 'fast'].map(option) },
    { id: 'used', kind: 'choices', text: both('What did you use?'), options: ['files', 'video'].map(option) },
    {
      id: 'modules',
      kind: 'matrix',
      text: both('What did you learn?'),
      ends,
      steps: 3,
      rows: ['one', 'two'].map(option),
    },
    { id: 'hours', kind: 'number', text: both('How many hours a week?'), min: 0, max: 60 },
    { id: 'remarks', kind: 'text', text: both('What should change?') },
  ],
  ...values,
});
