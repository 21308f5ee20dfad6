import type { answerProposal, InputOf, proposeMark } from '@libretto/contracts';
import {
  type Actor,
  askThird,
  become,
  mayAnswer,
  mayPropose,
  proposalProcess,
  type ProposalState,
  waitsForMarkers,
  workProcess,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { MarkingWanted } from '../project-work.events';
import { mayRunProjectWork } from '../project-work.policy';
import { asMark, MarkedWork, ownMark, settle, type Stand } from './marked-work';
import { Proposal } from './proposal.entity';

type Propose = InputOf<typeof proposeMark>;
type OfWork = Propose['params'];

/** Two markers who differ come to one mark, or give the work to a third. */
@Injectable()
export class AgreeOnMark {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
  ) {}

  /**
   * Refusals: project-work.nothing-to-agree, project-work.not-its-marker, project-work.answer-first,
   * project-work.no-grades, project-work.grade-needs-professor, project-work.no-such-grade,
   * project-work.grade-says-otherwise.
   */
  async propose(actor: Actor, params: OfWork, { words, ...said }: Propose['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      orRefuse(mayPropose(stand.work.state, atAgreement(stand, actor)));
      const mark = ownMark(stand, said);
      if (stand.proposal) await answer(tx, stand.proposal, 'replaced');
      const { id: workId, editionId } = stand.work;
      const at = this.clock.now();
      const markerId = actor.accountId;
      await tx.insert(Proposal, { id: newId(), workId, markerId, state: 'open', ...mark, words, at });
      const others = stand.markings.map((marking) => marking.markerId).filter((id) => id !== markerId);
      await tx.publish(new MarkingWanted(editionId, workId, others, 'proposed'));
    });
  }

  /** Refusals: project-work.nothing-to-agree, project-work.not-its-marker, project-work.no-proposal. */
  async answer(actor: Actor, params: OfWork, { accept }: InputOf<typeof answerProposal>['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      orRefuse(mayAnswer(stand.work.state, atAgreement(stand, actor)));
      const proposal = orNotFound(stand.proposal);
      await answer(tx, proposal, accept ? 'accepted' : 'declined');
      if (!accept) {
        const { id, editionId } = stand.work;
        await tx.publish(new MarkingWanted(editionId, id, [proposal.markerId], 'declined'));
        return;
      }
      const state = orRefuse(become(workProcess, stand.work.state, 'marked', 'project-work.nothing-to-agree'));
      await tx.save(settle(stand.work, state, asMark(proposal), waitsForMarkers(state)));
    });
  }

  /** Refusals: project-work.nothing-to-agree, project-work.not-its-marker. */
  async askThird(actor: Actor, params: OfWork): Promise<void> {
    await this.transaction.run(async (tx) => {
      const { work, hasMarked } = await this.marked.lock(tx, actor, params);
      const isCoordinator = mayRunProjectWork(actor, { editionId: params.editionId });
      const state = orRefuse(askThird(work.state, { hasMarked, isCoordinator }));
      await tx.save(settle(work, state, null, waitsForMarkers(state)));
    });
  }
}

const atAgreement = ({ hasMarked, proposal }: Stand, { accountId }: Actor) => ({
  hasMarked,
  proposal: proposal && (proposal.markerId === accountId ? ('own' as const) : ('other' as const)),
});

async function answer(tx: Tx, proposal: Proposal, to: ProposalState): Promise<void> {
  const state = orRefuse(become(proposalProcess, proposal.state, to, 'project-work.no-proposal'));
  await tx.manager.update(Proposal, { id: proposal.id }, { state });
}
