import { bytesOf } from '../page-content';

/** A text by language. */
export type Texts = Readonly<Record<string, string>>;

export const questionKinds = ['choice', 'choices', 'order', 'match', 'number', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** When a participant learns what was right: after each question, or once the whole test is handed in. */
export const feedbackTimes = ['each', 'end'] as const;
export type FeedbackTime = (typeof feedbackTimes)[number];

/** One of the answers to choose from; an item at its right place in an order; or a pair of what is matched with what. */
export interface TestOption {
  readonly rowId: string;
  readonly text: Texts;
  /** The right side of the pair, where things are matched. */
  readonly match: Texts;
  /** Shown to a participant who has chosen it. */
  readonly feedback: Texts;
  readonly isRight: boolean;
}

/** Every kind has all of it, so that nothing is lost while an author tries another kind. */
export interface TestQuestion {
  readonly rowId: string;
  readonly kind: QuestionKind;
  readonly text: Texts;
  /** Shown to everybody once they have answered. */
  readonly feedback: Texts;
  readonly points: number;
  /** Items of an order stand in the right one. */
  readonly options: readonly TestOption[];
  readonly value: number | null;
  /** How far from the value a number may be. */
  readonly tolerance: number;
  /** The accepted texts by language, one in a line. */
  readonly accepted: Texts;
}

export interface TestSettings {
  /** How often somebody may take it; `null` for as often as they like. */
  readonly attempts: number | null;
  /** Whether questions and the answers to choose from come in another order each time. Items to order or to match always do. */
  readonly isShuffled: boolean;
  /** The least percent of the points that passes. */
  readonly passPercent: number;
  readonly feedback: FeedbackTime;
  /** How many of the questions each attempt draws; `null` for all. */
  readonly draw: number | null;
}

export interface SelfTest {
  readonly title: Texts;
  readonly introduction: Texts;
  readonly settings: TestSettings;
  readonly questions: readonly TestQuestion[];
}

export const testLimits = {
  /** As JSON in UTF-8: a text column of MariaDB holds 65,535. */
  bytes: 60_000,
  questions: 60,
  options: 12,
  points: 100,
  attempts: 50,
  title: 160,
  introduction: 2000,
  text: 1000,
  option: 500,
  feedback: 1000,
  /** The texts that a question accepts, in one language. */
  accepted: 1000,
  /** The text that a participant types. */
  answer: 300,
  number: 1_000_000_000,
} as const;

/** A test as it begins: a third of its points may be missed, and what was right is told after each question. */
export const emptySelfTest = (title: Texts = {}): SelfTest => ({
  title,
  introduction: {},
  settings: { attempts: null, isShuffled: true, passPercent: 70, feedback: 'each', draw: null },
  questions: [],
});

export const emptyQuestion = (rowId: string, kind: QuestionKind, options: readonly TestOption[]): TestQuestion => ({
  ...{ rowId, kind, options, text: {}, feedback: {}, points: 1 },
  ...{ value: null, tolerance: 0, accepted: {} },
});

export const emptyOption = (rowId: string): TestOption => ({
  rowId,
  text: {},
  match: {},
  feedback: {},
  isRight: false,
});

/** Whether it fits where it is kept. */
export const fitsAsSelfTest = (test: SelfTest): boolean => bytesOf(JSON.stringify(test)) <= testLimits.bytes;

/** Whether somebody answers by options, and not by typing. */
export const hasOptions = ({ kind }: Pick<TestQuestion, 'kind'>): boolean => kind !== 'number' && kind !== 'text';

/** The accepted texts of a question, of all its languages: somebody may read in one and answer in another. */
export const acceptedBy = ({ accepted }: Pick<TestQuestion, 'accepted'>): string[] => [
  ...new Set(
    Object.values(accepted)
      .flatMap((texts) => texts.split('\n'))
      .map((text) => text.trim())
      .filter(Boolean),
  ),
];
