import type { drawSampleOfWorks, InputOf } from '@libretto/contracts';
import { type Actor, become, drawSample, refuse, workProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { briefAsked } from '../work/briefs';
import { Participation } from '../work/participation';
import { Work } from '../work/work.entity';
import { MarkingSample, SecondLook } from './second-look.entity';

/** Draws the marked works that somebody else looks at once more. Those that were in an earlier draw are in no other. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
  ) {}

  /** Refusals: project-work.no-sample, project-work.nothing-to-sample. */
  async run(
    { accountId }: Actor,
    { params: { editionId }, query }: InputOf<typeof drawSampleOfWorks>,
  ): Promise<{ drawn: number; of: number; seed: string }> {
    return this.transaction.run(async (tx) => {
      const { id: briefId, moderation } = briefAsked(await this.participation.edition(editionId), query);
      if (!moderation) throw new Refused(refuse('project-work.no-sample'));
      const works = await tx.lockAll(Work, { editionId, briefId, state: 'marked', sampleId: IsNull() });
      if (!works.length) throw new Refused(refuse('project-work.nothing-to-sample'));
      const [id, seed, at] = [newId(), newId(), this.clock.now()];
      const ids = works.map((work) => work.id);
      const drawn = drawSample(ids, moderation, seed);
      const state = orRefuse(become(workProcess, 'marked', 'moderating', 'project-work.nothing-to-sample'));
      await tx.insert(MarkingSample, {
        id,
        editionId,
        seed,
        drawn: drawn.length,
        of: ids.length,
        drawnBy: accountId,
        at,
      });
      await tx.manager.update(Work, { id: In(ids) }, { sampleId: id });
      await tx.manager.update(Work, { id: In(drawn) }, { state, waits: true });
      await tx.insert(
        SecondLook,
        drawn.map((workId) => ({
          id: newId(),
          workId,
          kind: 'moderation' as const,
          asked: null,
          askedBy: accountId,
          askedAt: at,
        })),
      );
      return { drawn: drawn.length, of: ids.length, seed };
    });
  }
}
