import type { InputOf, markWork } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { Marking } from '../work/work.entity';
import { madeMarking } from './made-marking';
import { MarkingDraft } from './marking-draft.entity';
import { MarkedWork } from './marked-work';

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
      const { marking, work, wanted } = madeMarking(stand, actor, said, this.clock.now());
      await tx.insert(Marking, marking);
      if (stand.ownDraft) await tx.manager.delete(MarkingDraft, { id: stand.ownDraft.id });
      await tx.save(work);
      if (wanted) await tx.publish(wanted);
    });
  }
}
