import type { InputOf, markWork } from '@libretto/contracts';
import { type Actor, agreedMark, become, fillRubric, markBy, mayMark, workProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { MarkingDraft } from './marking-draft.entity';
import { Participation } from '../work/participation';
import { Marking, Submission, Work } from '../work/work.entity';

type MarkInput = InputOf<typeof markWork>;

/** Keeps one marker's marking of a work and, once the markers agree, its outcome. */
@Injectable()
export class MarkWork {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.newer-version, project-work.rubric-incomplete, project-work.grade-needs-professor.
   */
  async run(actor: Actor, { editionId, workId }: MarkInput['params'], said: MarkInput['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { projectWork } = (await this.participation.hold(tx, editionId)).definition;
      const mark = orRefuse(markBy({ isProfessor: projectWork.markerIsProfessor }, said));
      const rubric = orRefuse(
        fillRubric(
          projectWork.rubric.map(({ id }) => id),
          said.rubric,
        ),
      );
      const work = await tx.lock(Work, workId);
      if (work.editionId !== editionId) throw notFound();
      const markings = await tx.manager.findBy(Marking, { workId });
      orRefuse(
        mayMark(work, said.version, {
          isMember: await this.roll.isMember(work.groupId, editionId, actor.accountId),
          hasMarked: markings.some(({ markerId }) => markerId === actor.accountId),
        }),
      );
      const { id: submissionId } = await tx.manager.findOneByOrFail(Submission, { workId, version: said.version });
      await tx.insert(Marking, {
        id: newId(),
        workId,
        submissionId,
        markerId: actor.accountId,
        outcome: mark.outcome,
        grade: mark.grade ?? null,
        rubric: [...rubric],
        comment: said.comment,
        at: this.clock.now(),
      });
      await tx.manager.delete(MarkingDraft, { workId, markerId: actor.accountId });
      work.markings += 1;
      work.outcome = agreedMark([...markings.map(({ outcome }) => outcome), mark.outcome], projectWork.markers);
      if (work.outcome) work.state = orRefuse(become(workProcess, work.state, 'marked', 'project-work.marking-over'));
      await tx.save(work);
    });
  }
}
