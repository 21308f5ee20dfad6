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
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Appeal } from '../appeal/appeal.entity';
import { Application, onList } from '../dossier/application.entity';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { decidesOn } from '../dossier/deliberation';
import { recordOf, recordRows } from '../dossier/deliberation-record';
import { Comment } from './comment.entity';

/** The members' comments on one dossier, as one of them may read them. */
@Injectable()
export class Discussion {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
  ) {}

  async of({ accountId }: Actor, at: { editionId: string; applicationId: string }): Promise<DiscussionView> {
    const [card, rows] = await Promise.all([
      this.editions.byId(at.editionId),
      this.database.together({
        applications: rowsOf(Application, 'WHERE it.id = :applicationId AND it.editionId = :editionId', at, {
          columns: onList,
        }),
        ...panelRows(at.editionId, idsOfApplicants, { applicationIds: [at.applicationId] }),
        ...recordRows([at.applicationId]),
        appeals: rowsOf(Appeal, 'WHERE it.applicationId = :applicationId', at),
        comments: rowsOf(Comment, 'WHERE it.applicationId = :applicationId', at, { by: ['at', 'id'] }),
      }),
    ]);
    const edition = orNotFound(card);
    const [stored] = rows.applications;
    if (!stored || !onTheDesk.includes(stored.state)) throw notFound();
    const panel = panelOf(rows);
    const record = recordOf(rows, [stored]);
    const { declarations, votes } = record;
    const reading = panel.readingOf(accountId, stored, declarations);
    if (reading === 'outside' || reading === 'in-conflict') throw notFound();
    if (reading === 'undeclared') throw new Refused(refuse('admissions.declare-first'));
    const application = asItLiesBefore(stored, () => decidesOn(accountId, stored, panel, record));
    // A member who does not decide on an appeal reads the comments made before it.
    const appeal = application.round < stored.round ? rows.appeals[0] : undefined;
    const { state } = application;
    const hasVoted = votes.some((vote) => vote.accountId === accountId);
    const standing = discussionStanding({ state, hasVoted });
    const decides = decidesOn(accountId, application, panel, record);
    const speaks = agree(changeIn(edition.state), workOn({ state, reading, decides }), discuss({ hasVoted }));
    const inConflict = panel.conflictsWith(application, declarations);
    const comments =
      standing === 'after-vote' ? [] : rows.comments.filter((comment) => !appeal || comment.at < appeal.at);
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
