import type { InputOf, markWorks, WorksMarked } from '@libretto/contracts';
import { type Actor, isRefusal } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { answerOf, orNotFound } from '../../../platform/refusals/refused';
import { Marking, Work } from '../work/work.entity';
import { madeMarking, type MadeMarking } from './made-marking';
import { MarkedWork } from './marked-work';
import { MarkingDraft } from './marking-draft.entity';

type Input = InputOf<typeof markWorks>;

/** Keeps one marker's markings of several works: each is made or refused on its own, and all that are made are kept together. */
@Injectable()
export class MarkWorks {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
  ) {}

  /** A fixed number of statements, whatever the number of works. */
  async run(actor: Actor, { editionId }: Input['params'], { works }: Input['body']): Promise<WorksMarked> {
    return this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const stands = await this.marked.lockAll(
        tx,
        actor,
        editionId,
        works.map(({ workId }) => workId),
      );
      const made: MadeMarking[] = [];
      const refused: WorksMarked['refused'] = [];
      for (const { workId, ...said } of works) {
        const answer = answerOf(() => madeMarking(orNotFound(stands.get(workId)), actor, said, now));
        if (isRefusal(answer)) refused.push({ workId, why: { code: answer.refused, numbers: { ...answer.numbers } } });
        else made.push(answer);
      }
      const marked = made.map(({ work }) => work.id);
      if (!marked.length) return { marked, refused };
      await tx.insert(
        Marking,
        made.map(({ marking }) => marking),
      );
      await tx.manager.delete(MarkingDraft, { workId: In(marked), markerId: actor.accountId });
      await tx.put(Work, ['id'], ...made.map(({ work }) => work));
      for (const { wanted } of made) if (wanted) await tx.publish(wanted);
      return { marked, refused };
    });
  }
}
