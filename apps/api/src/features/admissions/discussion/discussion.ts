import type { DiscussionView } from '@libretto/contracts';
import {
  type Actor,
  agree,
  asItLiesBefore,
  changeIn,
  discuss,
  discussionStanding,
  onTheDesk,
  refuse,
  workOn,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Appeal } from '../appeal/appeal.entity';
import { Application } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { decidesOn } from '../dossier/deliberation';
import { deliberationRecordOf } from '../dossier/deliberation-record';
import { Comment } from './comment.entity';

/** The members' comments on one dossier, as one of them may read them. */
@Injectable()
export class Discussion {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
  ) {}

  async of({ accountId }: Actor, at: { editionId: string; applicationId: string }): Promise<DiscussionView> {
    const edition = orNotFound(await this.editions.byId(at.editionId));
    const stored = await this.database.read.findOneBy(Application, { id: at.applicationId, editionId: at.editionId });
    if (!stored || !onTheDesk.includes(stored.state)) throw notFound();
    const panel = await this.panels.of(at.editionId, [stored.accountId]);
    const record = await deliberationRecordOf(this.database.read, [stored]);
    const { declarations, votes } = record;
    const reading = panel.readingOf(accountId, stored, declarations);
    if (reading === 'outside' || reading === 'in-conflict') throw notFound();
    if (reading === 'undeclared') throw new Refused(refuse('admissions.declare-first'));
    const application = asItLiesBefore(stored, () => decidesOn(accountId, stored, panel, record));
    // A member who does not decide on an appeal reads the comments made before it.
    const appeal =
      application.round < stored.round
        ? await this.database.read.findOneByOrFail(Appeal, { applicationId: stored.id })
        : null;
    const { state } = application;
    const hasVoted = votes.some((vote) => vote.accountId === accountId);
    const standing = discussionStanding({ state, hasVoted });
    const decides = decidesOn(accountId, application, panel, record);
    const speaks = agree(changeIn(edition.state), workOn({ state, reading, decides }), discuss({ hasVoted }));
    const inConflict = panel.conflictsWith(application, declarations);
    const comments =
      standing === 'after-vote'
        ? []
        : await this.database.read.find(Comment, {
            where: { applicationId: stored.id, ...(appeal ? { at: LessThan(appeal.at) } : {}) },
            order: { at: 'ASC', id: 'ASC' },
          });
    return {
      standing,
      items: comments
        // Comments of members who are in conflict by now show nowhere.
        .filter((comment) => !inConflict.has(comment.accountId))
        .map((comment) => ({
          id: comment.id,
          name: panel.nameOf(comment.accountId),
          words: comment.words,
          at: comment.at.toISOString(),
          takenBackAt: comment.takenBackAt?.toISOString() ?? null,
          can: { takeBack: speaks && comment.accountId === accountId && comment.takenBackAt === null },
        })),
      can: { write: speaks },
    };
  }
}
