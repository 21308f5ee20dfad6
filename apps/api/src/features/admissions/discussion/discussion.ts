import type { DiscussionView } from '@libretto/contracts';
import { type Actor, discussionStanding, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound, Refused } from '../../../platform/http/refused';
import { Application } from '../application/application.entity';
import { Benches } from '../commission/bench';
import { onTheDesk } from '../commission/commission-desk';
import { readingOf } from '../commission/reading';
import { saidOf } from '../commission/said';
import { Comment } from './comment.entity';

/** What members say to each other about one dossier, as one of them may read it. */
@Injectable()
export class Discussion {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
  ) {}

  async of({ accountId }: Actor, at: { editionId: string; applicationId: string }): Promise<DiscussionView> {
    const application = await this.database.read.findOneBy(Application, { id: at.applicationId, editionId: at.editionId });
    if (!application || !onTheDesk.includes(application.state)) throw notFound();
    const bench = await this.benches.of(at.editionId, [application.accountId]);
    const { declarations, votes } = await saidOf(this.database.read, [application]);
    const reading = readingOf(bench, application, declarations, accountId);
    if (reading === 'outside' || reading === 'in-conflict') throw notFound();
    if (reading === 'undeclared') throw new Refused(refuse('admissions.declare-first'));
    const standing = discussionStanding({ state: application.state, hasVoted: votes.some((vote) => vote.accountId === accountId) });
    const inConflict = bench.conflictsWith(application, declarations);
    const comments =
      standing === 'after-vote'
        ? []
        : await this.database.read.find(Comment, { where: { applicationId: application.id }, order: { at: 'ASC', id: 'ASC' } });
    return {
      standing,
      items: comments
        // What somebody said who is in conflict by now shows nowhere.
        .filter((comment) => !inConflict.has(comment.accountId))
        .map((comment) => ({
          id: comment.id,
          name: bench.nameOf(comment.accountId),
          words: comment.words,
          at: comment.at.toISOString(),
          takenBackAt: comment.takenBackAt?.toISOString() ?? null,
          can: { takeBack: standing === 'open' && comment.accountId === accountId && comment.takenBackAt === null },
        })),
      can: { write: standing === 'open' },
    };
  }
}
