import type { InputOf, markWork } from '@libretto/contracts';
import {
  type Actor,
  afterMarking,
  fillRubric,
  mayMark,
  pointsOf,
  sayWhatMustChange,
  waitsForMarkers,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { MarkingWanted } from '../project-work.events';
import { Marking } from '../work/work.entity';
import { MarkingDraft } from './marking-draft.entity';
import { asMark, MarkedWork, ownMark, settle } from './marked-work';

type MarkInput = InputOf<typeof markWork>;

/** Keeps one marker's marking of a work and, once the markers agree, its mark. */
@Injectable()
export class MarkWork {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.markers-agree,
   * project-work.marking-over, project-work.somebody-marks, project-work.newer-version,
   * project-work.rubric-incomplete, project-work.must-change-missing, project-work.no-grades,
   * project-work.grade-needs-professor, project-work.no-such-grade, project-work.grade-says-otherwise.
   */
  async run(actor: Actor, params: MarkInput['params'], said: MarkInput['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      const { work, brief, newest, markings, others, ownDraft } = stand;
      const rubric = orRefuse(fillRubric(brief.rubric, said.rubric));
      orRefuse(mayMark(work, said.version, stand, { needed: brief.markers, others: others.length }));
      const mark = ownMark(stand, said);
      const mustChange = orRefuse(sayWhatMustChange(said, said.mustChange ?? ''));
      const points = pointsOf(brief.rubric, rubric);
      await tx.insert(Marking, {
        id: newId(),
        workId: work.id,
        submissionId: orNotFound(newest).id,
        markerId: actor.accountId,
        ...mark,
        rubric: [...rubric],
        points: points?.points ?? null,
        mostPoints: points?.most ?? null,
        comment: said.comment,
        mustChange,
        stays: mustChange ? said.stays || null : null,
        at: this.clock.now(),
      });
      if (ownDraft) await tx.manager.delete(MarkingDraft, { id: ownDraft.id });
      const marks = [...markings.map(asMark), asMark(mark)];
      const after = orRefuse(afterMarking(work.state, marks, brief.markers));
      work.markings += 1;
      await tx.save(settle(work, after.state, after.mark, waitsForMarkers(after.state)));
      if (after.state === 'differing') {
        const both = [...markings.map(({ markerId }) => markerId), actor.accountId];
        await tx.publish(new MarkingWanted(work.editionId, work.id, both, 'differing'));
      }
    });
  }
}
