import type { EntityManager } from 'typeorm';
import { cellsTogether, type Rows } from './read-together';

type Cells = readonly unknown[][];

interface Question {
  readonly kind: Rows<unknown>;
  readonly resolve: (cells: Cells) => void;
  readonly reject: (error: unknown) => void;
}

/** The questions of this turn of the event loop, by who asks them. */
const asked = new WeakMap<object, Question[]>();

/** The cells of these rows. Whatever the same request or transaction asks in one turn of the event loop is one statement. */
export function askedAtOnce(manager: EntityManager, by: object, kind: Rows<unknown>): Promise<Cells> {
  const { promise, resolve, reject } = Promise.withResolvers<Cells>();
  const question = { kind, resolve, reject };
  const others = asked.get(by);
  if (others) others.push(question);
  else {
    const questions = [question];
    asked.set(by, questions);
    setImmediate(() => {
      asked.delete(by);
      void answer(manager, questions);
    });
  }
  return promise;
}

async function answer(manager: EntityManager, questions: readonly Question[]): Promise<void> {
  try {
    const found = await cellsTogether(
      manager,
      questions.map(({ kind }) => kind),
    );
    questions.forEach(({ resolve }, at) => resolve(found[at] ?? []));
  } catch (error) {
    for (const { reject } of questions) reject(error);
  }
}
