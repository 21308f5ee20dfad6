import {
  emptyOption,
  emptyQuestion,
  emptySelfTest,
  type TestOption,
  type TestQuestion,
  type TestSettings,
} from '@libretto/domain';

const option = (rowId: string, en: string, values: Partial<TestOption> = {}): TestOption => ({
  ...emptyOption(rowId),
  text: { en },
  ...values,
});

/** One question of each kind, each worth a point. What tells the right answer begins with "told". */
export const someQuestions = (): TestQuestion[] => {
  const asked = (rowId: TestQuestion['kind'], en: string, values: Partial<TestQuestion>): TestQuestion => ({
    ...emptyQuestion(rowId, rowId, []),
    text: { en },
    feedback: { en: `told of ${rowId}` },
    ...values,
  });
  return [
    asked('choice', 'Who decides?', {
      options: [
        option('told-c1', 'The institution', { isRight: true, feedback: { en: 'told: yes' } }),
        option('told-c2', 'The embassy', { feedback: { en: 'told: no' } }),
      ],
    }),
    asked('choices', 'What counts?', {
      options: [
        option('told-s1', 'Outcomes', { isRight: true }),
        option('told-s2', 'Level', { isRight: true }),
        option('told-s3', 'Prestige'),
      ],
    }),
    asked('order', 'In which order?', {
      options: [option('told-o1', 'Receive'), option('told-o2', 'Assess'), option('told-o3', 'Decide')],
    }),
    asked('match', 'What belongs together?', {
      options: [
        option('told-m1', 'Lisbon', { match: { en: '1997' } }),
        option('told-m2', 'Bologna', { match: { en: '1999' } }),
        option('told-m3', 'Tokyo', { match: { en: '2011' } }),
      ],
    }),
    asked('number', 'How many months?', { value: 47119, tolerance: 3 }),
    asked('text', 'Which convention?', { accepted: { en: 'told-Lisbon' } }),
  ];
};

export const aSelfTest = (settings: Partial<TestSettings> = {}, questions = someQuestions()) => {
  const empty = emptySelfTest({ en: 'Check yourself' });
  return { ...empty, introduction: { en: 'Six questions.' }, settings: { ...empty.settings, ...settings }, questions };
};
