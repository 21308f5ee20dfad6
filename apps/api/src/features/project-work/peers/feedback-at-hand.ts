import type { FeedbackDraftBody, FeedbackToGiveView } from '@libretto/contracts';
import { type Actor, agree, changedUntil, changeIn, mayReadPeers, mayWriteFeedback } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { notFound, orNotFound, orRefuse, reasonOf } from '../../../platform/refusals/refused';
import { MaskedFile } from '../anonymity/masked-file';
import { maskedFileName, maskedVersion } from '../anonymity/masks';
import { Contributions } from '../contributions/contributions';
import { deadlineRows } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { WorkQueries } from '../work/work-queries';
import { FeedbackNames } from './feedback-names';
import { feedbackWhere } from './feedback-rows';
import { feedbackTimes, peerBriefAsked, rubricOfKind } from './feedback-terms';
import { PeerFeedback } from './peer-feedback.entity';

export interface FeedbackAddress {
  readonly editionId: string;
  readonly feedbackId: string;
}

/** One feedback before the person who is asked for it; not found by anybody else. */
@Injectable()
export class FeedbackAtHand {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
    private readonly contributions: Contributions,
    private readonly names: FeedbackNames,
    private readonly masks: MaskedFile,
  ) {}

  /** With its row locked: two windows write one after the other. Refusal: peer-feedback.still-open. */
  async lock(tx: Tx, actor: Actor, address: FeedbackAddress) {
    const row = await tx.lock(PeerFeedback, address.feedbackId);
    return { ...(await this.find(actor, address)), row };
  }

  /** Refusal: peer-feedback.still-open. */
  async of(actor: Actor, address: FeedbackAddress): Promise<FeedbackToGiveView> {
    const { row, brief, edition, until, changes, workWhere, isMasked } = await this.find(actor, address);
    const [works, versions, aboutOf, said] = await Promise.all([
      this.works.works(workWhere),
      this.works.versionsOf(workWhere),
      this.names.of([row], brief),
      row.memberId ? this.contributionOf(row.memberId, brief.id) : null,
    ]);
    const work = orNotFound(works[0]);
    const newest = orNotFound(versions.get(work.id)?.[0]);
    const may = mayWriteFeedback({ state: row.state, isHidden: row.hiddenAt !== null }, changes, this.clock.now());
    return {
      id: row.id,
      brief: brief.id,
      title: brief.title,
      kind: row.kind,
      about: aboutOf(row),
      version: isMasked ? { ...maskedVersion(work.id, newest), isLate: false } : newest,
      contribution: said,
      rubric: rubricOfKind(brief, row.kind),
      state: row.state,
      draft: draftOf(row),
      until: (row.state === 'given' ? changes : until).toISOString(),
      zone: edition.timeZone,
      isAnonymous: brief.peerFeedback.anonymous ?? false,
      can: { write: agree(changeIn(edition.state), may) },
      whyNotWrite: reasonOf(may),
    };
  }

  /**
   * A file of the work, `masked` where its group may not be known. Refusals: peer-feedback.still-open,
   * project-work.file-keeps-names.
   */
  async file(actor: Actor, { submittedFileId, ...address }: FeedbackAddress & { submittedFileId: string }) {
    const { workWhere, isMasked } = await this.find(actor, address);
    const [[file], [work]] = await Promise.all([
      this.database.rows(
        rowsOf(
          StoredFile,
          `JOIN submitted_file submitted ON submitted.fileId = it.id
           JOIN submission ON submission.id = submitted.submissionId JOIN work ON work.id = submission.workId
           WHERE submitted.id = :submittedFileId AND ${workWhere.where}`,
          { submittedFileId, ...workWhere.values },
          { beside: { position: 'submitted.position', version: 'submission.version' } },
        ),
      ),
      this.works.works(workWhere),
    ]);
    if (!file || !work) throw notFound();
    const at = { version: Number(file.version), position: Number(file.position) };
    return { file, masked: isMasked ? await this.masks.copyOf(file, maskedFileName(file.name, work.id, at)) : null };
  }

  private async find({ accountId }: Actor, { editionId, feedbackId }: FeedbackAddress) {
    const [edition, [row], set] = await Promise.all([
      this.participation.edition(editionId),
      this.database.rows(
        feedbackWhere('it.id = :feedbackId AND it.editionId = :editionId AND enrolment.accountId = :accountId', {
          feedbackId,
          editionId,
          accountId,
        }),
      ),
      this.database.rows(deadlineRows(editionId)),
    ]);
    if (!row) throw notFound();
    const brief = peerBriefAsked(edition, { brief: String(row.briefId) });
    const enrolmentId = String(row.giverEnrolmentId);
    const own = (await this.roll.groupsOf(enrolmentId)).find(({ briefId }) => briefId === brief.id);
    const { until, deadline } = feedbackTimes(set, edition, brief, { groupId: own?.id ?? null, enrolmentId });
    const { until: ofAll } = feedbackTimes(set, edition, brief);
    if (row.kind === 'across') orRefuse(mayReadPeers(deadline, this.clock.now()));
    const workWhere = row.workId
      ? { where: 'work.id = :workId', values: { workId: row.workId } }
      : { where: 'work.groupId = :groupId AND work.attempt = 1', values: { groupId: own?.id ?? null } };
    return {
      row,
      edition,
      brief,
      until,
      /** Until when what was given can be changed. */
      changes: changedUntil(brief.peerFeedback, { until, ofAll }),
      enrolmentId,
      /** Of the work that it is about, if it is about one. */
      groupId: row.groupId,
      workWhere,
      isMasked: row.kind === 'across' && brief.peerFeedback.anonymous === true,
    };
  }

  private async contributionOf(enrolmentId: string, briefId: string): Promise<string | null> {
    const group = (await this.roll.groupsOf(enrolmentId)).find((one) => one.briefId === briefId);
    return group ? ((await this.contributions.ofGroup(group.id)).get(enrolmentId)?.words ?? null) : null;
  }
}

/** What is being written; of what was given, that. */
export const draftOf = ({ draft, given }: Pick<PeerFeedback, 'draft' | 'given'>): FeedbackDraftBody =>
  draft ?? {
    levels: Object.fromEntries((given ?? []).map(({ row, level }) => [row, level])),
    comments: Object.fromEntries((given ?? []).map(({ row, comment }) => [row, comment])),
  };
