import type { OwnAttempts as OwnView, TestAttempt as AttemptView } from '@libretto/contracts';
import { type Actor, agree, attemptsLeft, bestOf, changeIn, mayBeginAttempt } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import type { MaterialPlace } from '../material/lock-material';
import type { Material } from '../material/material.entity';
import { OpenMaterial } from '../material/open-material';
import { SelfTests } from '../self-tests/self-tests';
import { TestAnswer, TestAttempt } from './attempt.entity';
import { attemptView, resultOf } from './attempt-view';

@Injectable()
export class OwnAttempts {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly opening: OpenMaterial,
    private readonly tests: SelfTests,
  ) {}

  /** A published self-test and the enrolment that takes it. Refusals: modules.material-not-open, modules.material-opens-after. */
  async let(actor: Actor, place: MaterialPlace): Promise<{ material: Material; enrolmentId: string; version: number }> {
    const [material, enrolment] = await Promise.all([
      this.opening.for(actor, place),
      this.enrolments.of(place.editionId, actor.accountId),
    ]);
    if (material.kind !== 'self-test' || material.version === null) throw notFound();
    return { material, enrolmentId: orNotFound(enrolment).id, version: material.version };
  }

  /** Somebody's attempts at a test, the oldest first. */
  of(enrolmentId: string, materialId: string): Promise<TestAttempt[]> {
    return this.database.rows(
      rowsOf(
        TestAttempt,
        'WHERE it.enrolmentId = :enrolmentId AND it.materialId = :materialId',
        { enrolmentId, materialId },
        { by: ['number'] },
      ),
    );
  }

  answersOf({ id: attemptId }: TestAttempt): Promise<TestAnswer[]> {
    return this.database.rows(rowsOf(TestAnswer, 'WHERE it.attemptId = :attemptId', { attemptId }));
  }

  async viewOf(attempt: TestAttempt): Promise<AttemptView> {
    const [{ content }, answers] = await Promise.all([
      this.tests.versionById(attempt.versionId),
      this.answersOf(attempt),
    ]);
    return attemptView(attempt, content, answers);
  }

  /** Refusals: modules.material-not-open, modules.material-opens-after. */
  async read(actor: Actor, place: MaterialPlace): Promise<OwnView> {
    const [{ material, enrolmentId, version }, edition] = await Promise.all([
      this.let(actor, place),
      this.editions.byId(place.editionId).then(orNotFound),
    ]);
    return this.at({ materialId: material.id, version }, enrolmentId, edition);
  }

  /** The terms of a published self-test, and somebody's attempts at it. */
  async at(
    { materialId, version }: { materialId: string; version: number },
    enrolmentId: string,
    edition: EditionCard,
  ): Promise<OwnView> {
    const [{ content }, taken] = await Promise.all([
      this.tests.version(materialId, version),
      this.of(enrolmentId, materialId),
    ]);
    const { settings, questions, introduction } = content;
    const open = taken.find(({ finishedAt }) => finishedAt === null);
    const changes = agree(changeIn(edition.state));
    return {
      introduction: { ...introduction },
      questions: settings.draw ?? questions.length,
      passPercent: settings.passPercent,
      feedback: settings.feedback,
      attempts: settings.attempts,
      left: attemptsLeft(taken, settings.attempts),
      taken: taken.toReversed().map(resultOf),
      best: bestOf(taken)?.number ?? null,
      open: open && changes ? await this.viewOf(open) : null,
      can: { begin: changes && (open !== undefined || agree(mayBeginAttempt(taken, settings.attempts))) },
    };
  }

  /** Refusals: modules.material-not-open, modules.material-opens-after. */
  async readOne(actor: Actor, place: MaterialPlace & { number: number }): Promise<AttemptView> {
    const { material, enrolmentId } = await this.let(actor, place);
    const taken = await this.of(enrolmentId, material.id);
    return this.viewOf(orNotFound(taken.find(({ number }) => number === place.number)));
  }
}
