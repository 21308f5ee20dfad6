import type { InputOf, lookAgain } from '@libretto/contracts';
import { type Actor, become, isChange, mayLookAgain, waitsForMarkers, workProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { ResultsReleased } from '../project-work.events';
import { GroupRoll } from '../work/group-roll';
import { asMark, MarkedWork, ownMark, settle } from './marked-work';
import { SecondLook } from './second-look.entity';

type Input = InputOf<typeof lookAgain>;

/** Somebody else confirms the mark of a work, or changes it: after a sample was drawn, or its result was appealed. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.no-second-look, project-work.own-work, project-work.look-by-somebody-else,
   * project-work.no-grades, project-work.grade-needs-professor, project-work.no-such-grade,
   * project-work.grade-says-otherwise.
   */
  async run(actor: Actor, params: Input['params'], { kind, reason, ...said }: Input['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      const { work, looks, isMember, hasMarked } = stand;
      const asked = looks.find((look) => look.kind === kind && look.lookerId === null);
      const hasJudged = hasMarked || looks.some(({ lookerId }) => lookerId === actor.accountId);
      orRefuse(mayLookAgain(asked !== undefined, { isMember, hasJudged }));
      const before = asMark({ outcome: work.outcome ?? said.outcome, grade: work.grade });
      // Who confirms a grade gives none: it stays the grade of the professor who gave it.
      const isConfirmed = !isChange(before, said);
      const mark = isConfirmed ? { ...said, grade: work.grade, professorId: null } : ownMark(stand, said);
      await tx.manager.update(
        SecondLook,
        { id: orNotFound(asked).id },
        {
          lookerId: actor.accountId,
          outcome: mark.outcome,
          grade: isConfirmed ? null : mark.grade,
          professorId: mark.professorId,
          beforeOutcome: before.outcome,
          beforeGrade: before.grade ?? null,
          reason,
          at: this.clock.now(),
        },
      );
      const state =
        work.state === 'moderating'
          ? orRefuse(become(workProcess, work.state, 'marked', 'project-work.no-second-look'))
          : work.state;
      await tx.save(settle(work, state, asMark(mark), waitsForMarkers(state)));
      if (state === 'released')
        await tx.publish(new ResultsReleased(await this.roll.enrolmentsIn([work.groupId]), work.briefId));
    });
  }
}
