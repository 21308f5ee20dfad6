import type { TestAttempt as AttemptView } from '@libretto/contracts';
import { type Actor, layOut, mayBeginAttempt } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import type { MaterialPlace } from '../material/lock-material';
import { SelfTests } from '../self-tests/self-tests';
import { TestAttempt } from './attempt.entity';
import { attemptView } from './attempt-view';
import { OwnAttempts } from './own-attempts';

@Injectable()
export class BeginAttempt {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly tests: SelfTests,
    private readonly attempts: OwnAttempts,
  ) {}

  /**
   * Begins an attempt, or answers the one that is open. The lock of the enrolment lets two windows of one person in one after the other.
   * Refusals: modules.material-not-open, modules.material-opens-after, modules.attempts-used.
   */
  async run(actor: Actor, place: MaterialPlace): Promise<AttemptView> {
    const { material, enrolmentId, version } = await this.attempts.let(actor, place);
    return this.transaction.run(async (tx) => {
      await this.enrolments.lock(tx, [enrolmentId]);
      const [taken, { id: versionId, content }] = await Promise.all([
        this.attempts.of(enrolmentId, material.id),
        this.tests.version(material.id, version),
      ]);
      const open = taken.find(({ finishedAt }) => finishedAt === null);
      if (open) return this.attempts.viewOf(open);
      orRefuse(mayBeginAttempt(taken, content.settings.attempts));
      const attempt: TestAttempt = {
        id: newId(),
        enrolmentId,
        materialId: material.id,
        versionId,
        number: taken.length + 1,
        sheet: layOut(content, Math.random),
        startedAt: this.clock.now(),
        finishedAt: null,
        percent: null,
        isPassed: null,
      };
      await tx.insert(TestAttempt, attempt);
      return attemptView(attempt, content, []);
    });
  }
}
