import { askForFeedback, changeIn, type FeedbackAsk, keyOfAsk, type StandingAsk } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { idOf, newId, silentId } from '../../../platform/database/new-id';
import { cellsOf, readTogether, rowsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { type EditionCard, EditionDirectory } from '../../editions';
import { FeedbackAsked } from '../project-work.events';
import { type DeadlineRow, deadlineRows, deadlinesIn } from '../work/deadlines';
import { feedbackTimes, type PeerBrief, peerBriefsOf } from './feedback-terms';
import { askPeers } from './jobs/ask-peers.job';
import { PeerFeedback, PeerGiver, PeerRound } from './peer-feedback.entity';

/** Asks everybody whose group has handed in for feedback, from the deadline on; again for who or what came later. */
@Injectable()
export class AskPeers {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
  ) {}

  /** For each brief of an edition whose deadline has passed; for the others it is set to be done then. */
  async in(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      // Two at once go one after the other.
      const edition = await this.editions.lock(tx, editionId);
      if (changeIn(edition.state) !== true) return;
      const briefs = peerBriefsOf(edition);
      if (!briefs.length) return;
      const { set } = await readTogether(tx.manager, { set: deadlineRows(editionId) });
      for (const brief of briefs) {
        const { from } = feedbackTimes(set, edition, brief);
        if (this.clock.now() > from) await this.ask(tx, edition, brief, set);
        else await this.askAfter(tx, editionId, brief, from);
      }
    });
  }

  private async askAfter(tx: Tx, editionId: string, { id: briefId }: PeerBrief, deadline: Date): Promise<void> {
    const id = idOf(`ask peers ${editionId} ${briefId} ${deadline.toISOString()}`);
    await tx.plan([{ id, job: askPeers, payload: { editionId }, dueAt: new Date(deadline.getTime() + 1000) }]);
  }

  /** The open editions in which feedback is asked. */
  async editionsWithRounds(): Promise<string[]> {
    const rows = await this.database.rows(
      cellsOf(
        { id: 'edition.id' },
        `FROM edition WHERE edition.state = 'open'
           AND EXISTS (SELECT 1 FROM peer_round round WHERE round.editionId = edition.id)`,
        {},
      ),
    );
    return rows.map(({ id }) => String(id)).sort();
  }

  private async ask(tx: Tx, edition: EditionCard, brief: PeerBrief, set: readonly DeadlineRow[]): Promise<void> {
    const editionId = edition.id;
    const all = await readTogether(tx.manager, rowsToAsk(editionId, brief.id));
    // Whose deadline is later reads nobody else's work before it, and nobody reads theirs while they change it.
    const now = this.clock.now();
    const deadlineOf = (groupId: string) => deadlinesIn(set, edition, brief, { groupId })(1).until;
    const isOver = ({ groupId }: { groupId: string }) => now > deadlineOf(groupId);
    const found = { ...all, works: all.works.filter(isOver), members: all.members.filter(isOver) };
    for (const { groupId } of all.works)
      if (!isOver({ groupId })) await this.askAfter(tx, editionId, brief, deadlineOf(groupId));
    if (!found.works.length) return;
    const round = found.rounds[0] ?? (await this.open(tx, editionId, brief.id));
    const newcomers = found.members
      .filter(({ id }) => !found.givers.some(({ enrolmentId }) => enrolmentId === id))
      .map(({ id }) => ({ id: newId(), roundId: round.id, enrolmentId: id }));
    if (newcomers.length) await tx.insert(PeerGiver, newcomers);
    const givers = [...found.givers, ...newcomers];
    const standing = await standingAsks(tx, found.givers);
    const asks = askForFeedback(
      { givers: found.members, works: found.works, standing: standing.map(({ ask }) => ask) },
      brief.peerFeedback,
      round.seed,
    );

    const [wanted, known] = [new Set(asks.map(keyOfAsk)), new Set(standing.map(({ ask }) => keyOfAsk(ask)))];
    const gone = standing.filter(({ ask }) => ask.state === 'to-give' && !wanted.has(keyOfAsk(ask)));
    const fresh = asks.filter((ask) => !known.has(keyOfAsk(ask)));
    if (gone.length) await tx.manager.delete(PeerFeedback, { id: In(gone.map(({ row }) => row.id)) });
    const rowIdOf = new Map(givers.map(({ id, enrolmentId }) => [enrolmentId, id]));
    await tx.insert(
      PeerFeedback,
      fresh.map((ask) => asked(ask, editionId, rowIdOf.get(ask.giverId) ?? '')),
    );
    const touched = new Set([
      ...newcomers.map(({ enrolmentId }) => enrolmentId),
      ...[...fresh, ...gone.map(({ ask }) => ask)].map(({ giverId }) => giverId),
    ]);
    if (!touched.size) return;
    const wereAsked = new Set(standing.map(({ ask }) => ask.giverId));
    const newly = new Set(fresh.map(({ giverId }) => giverId).filter((id) => !wereAsked.has(id)));
    await tx.publish(new FeedbackAsked([...touched], [...newly], brief.id));
  }

  private async open(tx: Tx, editionId: string, briefId: string): Promise<PeerRound> {
    const round = { id: newId(), editionId, briefId, seed: silentId(), openedAt: this.clock.now() };
    await tx.insert(PeerRound, round);
    return round;
  }
}

/** What these givers were asked before, each with its row, which is locked. */
async function standingAsks(
  tx: Tx,
  givers: readonly PeerGiver[],
): Promise<{ readonly row: PeerFeedback; readonly ask: StandingAsk }[]> {
  if (!givers.length) return [];
  const rows = await tx.lockAll(PeerFeedback, { giverId: In(givers.map(({ id }) => id)) });
  const enrolmentOf = new Map(givers.map(({ id, enrolmentId }) => [id, enrolmentId]));
  return rows.map((row) => ({ row, ask: standingAsk(row, enrolmentOf.get(row.giverId) ?? '') }));
}

const standingAsk = ({ kind, workId, memberId, state }: PeerFeedback, giverId: string): StandingAsk => ({
  kind,
  giverId,
  about: workId ?? memberId ?? '',
  state,
});

const asked = ({ kind, about }: FeedbackAsk, editionId: string, giverId: string): Partial<PeerFeedback> => ({
  ...{ id: silentId(), editionId, giverId, kind, state: 'to-give', isLate: false },
  ...(kind === 'across' ? { workId: about } : { memberId: about }),
});

/** The round of a brief with those who were asked; the works of the first attempt, and the members of their groups. */
function rowsToAsk(editionId: string, briefId: string) {
  const values = { editionId, briefId };
  const ofBrief = 'WHERE work.editionId = :editionId AND work.briefId = :briefId AND work.attempt = 1';
  return {
    rounds: rowsOf(PeerRound, 'WHERE it.editionId = :editionId AND it.briefId = :briefId', values),
    givers: rowsOf(
      PeerGiver,
      'JOIN peer_round round ON round.id = it.roundId WHERE round.editionId = :editionId AND round.briefId = :briefId',
      values,
    ),
    works: cellsOf<'id' | 'groupId', { id: string; groupId: string }>(
      { id: 'work.id', groupId: 'work.groupId' },
      `FROM work ${ofBrief}`,
      values,
    ),
    members: cellsOf<'id' | 'groupId', { id: string; groupId: string }>(
      { id: 'member.enrolmentId', groupId: 'member.groupId' },
      `FROM group_member member JOIN work ON work.groupId = member.groupId ${ofBrief}`,
      values,
    ),
  };
}
