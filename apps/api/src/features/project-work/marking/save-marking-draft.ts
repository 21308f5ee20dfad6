import type { InputOf, MarkingDraftBody, saveMarkingDraft } from '@libretto/contracts';
import { type Actor, mayMark, refuse, rubricOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, orRefuse, Refused } from '../../../platform/refusals/refused';
import { emptySheet, MarkingDraft } from './marking-draft.entity';
import { MarkedWork } from './marked-work';

type Input = InputOf<typeof saveMarkingDraft>;

/**
 * Merges changes into a marker's draft. The work's lock keeps two windows apart, and two markers: whoever has begun to
 * write is at the work for a while, and another one is refused where it needs no more.
 */
@Injectable()
export class SaveMarkingDraft {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.markers-agree, project-work.marking-over,
   * project-work.somebody-marks, project-work.unknown-rubric-row, common.changed-elsewhere.
   */
  async run(actor: Actor, params: Input['params'], change: Input['body']): Promise<{ stored: MarkingDraftBody }> {
    return this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      const { work, brief, ownDraft, others } = stand;
      const rows = new Map(rubricOf(brief.rubric).map(({ id, levels }) => [id, levels]));
      const isUnknown = ([row, level]: [string, string]) => !rows.get(row)?.some(({ id }) => id === level);
      if (Object.entries(change.to.levels ?? {}).some(isUnknown))
        throw new Refused(refuse('project-work.unknown-rubric-row'));
      orRefuse(mayMark(work, work.versions, stand, { needed: brief.markers, others: others.length }));
      const before = { ...emptySheet, ...ownDraft?.sheet };
      const stored = mergedOrRefuse<MarkingDraftBody>(before, change);
      await tx.put(MarkingDraft, ['workId', 'markerId'], {
        id: ownDraft?.id ?? newId(),
        workId: work.id,
        markerId: actor.accountId,
        sheet: stored,
        keptAt: this.clock.now(),
      });
      return { stored };
    });
  }
}
