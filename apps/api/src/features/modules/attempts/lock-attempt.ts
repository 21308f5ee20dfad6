import { type Actor, type Asked, askedOn, type SelfTest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orNotFound } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import type { MaterialPlace } from '../material/lock-material';
import type { Material } from '../material/material.entity';
import { SelfTests } from '../self-tests/self-tests';
import type { TestAnswer, TestAttempt } from './attempt.entity';
import { OwnAttempts } from './own-attempts';

/** One's own attempt while it is changed. */
export interface LockedAttempt {
  readonly material: Material;
  readonly attempt: TestAttempt;
  readonly test: SelfTest;
  /** By the question's id. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly answers: ReadonlyMap<string, TestAnswer>;
}

@Injectable()
export class LockAttempt {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
    private readonly tests: SelfTests,
    private readonly attempts: OwnAttempts,
  ) {}

  /**
   * Changes one's own attempt in one transaction. The lock of the enrolment lets the windows of one person in one after the other.
   * Refusals: modules.material-not-open, modules.material-opens-after.
   */
  async during<T>(
    actor: Actor,
    place: MaterialPlace & { readonly number: number },
    work: (tx: Tx, locked: LockedAttempt) => Promise<T>,
  ): Promise<T> {
    const { material, enrolmentId } = await this.attempts.let(actor, place);
    return this.transaction.run(async (tx) => {
      await this.enrolments.lock(tx, [enrolmentId]);
      const taken = await this.attempts.of(enrolmentId, material.id);
      const attempt = orNotFound(taken.find(({ number }) => number === place.number));
      const [{ content: test }, answers] = await Promise.all([
        this.tests.versionById(attempt.versionId),
        this.attempts.answersOf(attempt),
      ]);
      return work(tx, {
        material,
        attempt,
        test,
        asked: new Map(askedOn(test, attempt.sheet).map((one) => [one.question.rowId, one])),
        answers: new Map(answers.map((answer) => [answer.questionId, answer])),
      });
    });
  }
}
