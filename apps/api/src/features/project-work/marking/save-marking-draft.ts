import type { InputOf, MarkingDraftBody, saveMarkingDraft } from '@libretto/contracts';
import { type Actor, mayMark, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { emptySheet, MarkingDraft } from './marking-draft.entity';
import { Participation } from '../work/participation';
import { Marking, Work } from '../work/work.entity';

type Input = InputOf<typeof saveMarkingDraft>;

/** Merges changes into a marker's draft. The work's lock keeps two windows apart. */
@Injectable()
export class SaveMarkingDraft {
  constructor(
    private readonly transaction: Transaction,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.own-work, project-work.already-marked, project-work.marking-over,
   * project-work.unknown-rubric-row, common.changed-elsewhere.
   */
  async run(
    actor: Actor,
    { editionId, workId }: Input['params'],
    change: Input['body'],
  ): Promise<{ stored: MarkingDraftBody }> {
    const { projectWork } = (await this.participation.edition(editionId)).definition;
    const rows = new Set(projectWork.rubric.map(({ id }) => id));
    if (Object.keys(change.to.levels ?? {}).some((row) => !rows.has(row)))
      throw new Refused(refuse('project-work.unknown-rubric-row'));
    return this.transaction.run(async (tx) => {
      const work = await tx.lock(Work, workId);
      if (work.editionId !== editionId) throw notFound();
      const by = { workId, markerId: actor.accountId };
      const isMember = await this.roll.isMember(work.groupId, editionId, actor.accountId);
      orRefuse(mayMark(work, work.versions, { isMember, hasMarked: await tx.manager.existsBy(Marking, by) }));
      const draft = await tx.manager.findOneBy(MarkingDraft, by);
      const stored = mergedOrRefuse<MarkingDraftBody>(draft?.sheet ?? emptySheet, change);
      if (draft) await tx.save(Object.assign(draft, { sheet: stored }));
      else await tx.insert(MarkingDraft, { id: newId(), ...by, sheet: stored });
      return { stored };
    });
  }
}
