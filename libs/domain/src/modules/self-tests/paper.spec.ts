import fc from 'fast-check';
import {
  answerNamed,
  answerPlaced,
  askedOn,
  emptyOption,
  emptyQuestion,
  emptySelfTest,
  layOut,
  outcomeOfAnswer,
  paperOf,
  percentRight,
  type QuestionKind,
  questionKinds,
  type SelfTest,
  type TestQuestion,
} from '.';

const optionsOf = (id: string) =>
  ['1', '2', '3'].map((at) => ({
    ...emptyOption(`${id}-${at}`),
    text: { en: `text ${id} ${at}` },
    match: { en: `match ${id} ${at}` },
    feedback: { en: `SECRET ${id} ${at}` },
    isRight: at === '1',
  }));
const question = (kind: QuestionKind): TestQuestion => ({
  ...emptyQuestion(kind, kind, optionsOf(kind)),
  text: { en: `What of ${kind}?` },
  feedback: { en: 'SECRET' },
  value: 4711,
  tolerance: 17,
  accepted: { en: 'SECRET' },
});
const test = (settings: Partial<SelfTest['settings']> = {}): SelfTest => {
  const empty = emptySelfTest();
  return { ...empty, settings: { ...empty.settings, ...settings }, questions: questionKinds.map(question) };
};
const never = () => 0.999999;

describe('a sheet', () => {
  it('asks all questions as they were written, and shows what is ordered or matched in another order', () => {
    const sheet = layOut(test({ isShuffled: false }), never);
    expect(sheet.map(({ id }) => id)).toEqual(questionKinds);
    expect(sheet.find(({ id }) => id === 'choice')?.options).toEqual(['choice-1', 'choice-2', 'choice-3']);
    expect(sheet.find(({ id }) => id === 'order')?.options).not.toEqual(['order-1', 'order-2', 'order-3']);
    expect(sheet.find(({ id }) => id === 'number')?.options).toEqual([]);
  });

  it('draws some of the questions, each once, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })), (stream) => {
        const sheet = layOut(test({ draw: 3 }), () => stream.next().value as number);
        expect(new Set(sheet.map(({ id }) => id)).size).toBe(3);
        const order = sheet.find(({ id }) => id === 'order');
        if (order) expect(order.options).not.toEqual(['order-1', 'order-2', 'order-3']);
        for (const { options } of sheet) expect(new Set(options).size).toBe(options.length);
      }),
    );
  });
});

describe('a paper', () => {
  const asked = askedOn(test(), layOut(test(), Math.random));

  it('says nothing of what is right, and names options by their places only', () => {
    const words = JSON.stringify(asked.map(paperOf));
    expect(words).not.toMatch(/SECRET|4711|17|isRight|-[123]"/);
    expect(asked.map(paperOf).every(({ options }) => options.every(({ id }, at) => id === String(at)))).toBe(true);
  });

  it('takes an answer by places and shows it again, and what it tells as right is right', () => {
    for (const one of asked) {
      const { right } = outcomeOfAnswer(one, undefined);
      const answer = one.question.kind === 'text' ? 'secret' : right;
      const named = answerNamed(one, answer)!;
      expect([one.question.kind, percentRight(one.question, named)]).toEqual([one.question.kind, 100]);
      expect(answerPlaced(one, named)).toEqual(answer);
    }
  });

  it.each<[QuestionKind, unknown]>([
    ['choice', '3'],
    ['choice', 'choice-1'],
    ['choice', ''],
    ['choice', 1],
    ['choices', ['0', '0']],
    ['choices', ['-1']],
    ['order', ['0', '1']],
    ['match', ['0', '0', '1']],
    ['number', '7'],
    ['text', ['a']],
  ])('takes no %s of %j', (kind, answer) => {
    expect(
      answerNamed(
        asked.find(({ question: { rowId } }) => rowId === kind)!,
        answer as never,
      ),
    ).toBeNull();
  });

  it('tells what is said to the options that were chosen, and of no other', () => {
    const one = asked.find(({ question: { kind } }) => kind === 'choice')!;
    expect(outcomeOfAnswer(one, 'choice-2')).toMatchObject({
      percent: 0,
      right: String(one.shown.indexOf('choice-1')),
      feedback: { en: 'SECRET' },
      remarks: [{ id: String(one.shown.indexOf('choice-2')), text: { en: 'SECRET choice 2' } }],
    });
  });

  it('is one answer, in whatever order the same options are pressed', () => {
    const one = asked.find(({ question: { kind } }) => kind === 'choices')!;
    expect(answerNamed(one, ['2', '0'])).toEqual(answerNamed(one, ['0', '2']));
  });
});
