import type { handInWork, InputOf } from '@libretto/contracts';
import { type Actor, countWords, partsOf, statesOriginality, takesFile, takesParts } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId, silentId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import type { StoredFile } from '../../../platform/files/stored-file.entity';
import { orRefuse } from '../../../platform/refusals/refused';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { dayOnly } from '../anonymity/masks';
import { type Brief, briefAsked } from '../work/briefs';
import { deadlineRows, deadlinesIn } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { groupCalled, GroupMember, ProjectGroup } from '../work/project-group.entity';
import { WorkHandedIn } from '../project-work.events';
import { lockGroupOf } from '../work/lock-group';
import { standingBy } from '../work/standing';
import { WorkQueries, worksOfPerson } from '../work/work-queries';
import { Submission, SubmittedFile, Work } from '../work/work.entity';
import { ChosenFiles } from './chosen-files';

type Input = Pick<InputOf<typeof handInWork>, 'params' | 'query'>;
/** The parts of a version; `made` is a file that the product made of what the group wrote. */
export type PartsSent = InputOf<typeof handInWork>['body'] & { readonly made?: StoredFile };

/** Takes files, links and a text as the next version of the actor's group's work. */
@Injectable()
export class HandInWork {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly chosen: ChosenFiles,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
  ) {}

  /** Refuses before a file comes what would be refused after it. */
  async check(
    actor: Actor,
    { params: { editionId }, query }: Input,
  ): Promise<{ brief: Brief; enrolment: EnrolmentCard }> {
    const [{ edition, enrolment }, grouped, works, deadlines] = await Promise.all([
      this.participation.of(actor, editionId),
      this.roll.groupsByBrief(editionId, actor.accountId),
      this.works.works(worksOfPerson(editionId, actor.accountId)),
      this.database.rows(deadlineRows(editionId)),
    ]);
    const brief = briefAsked(edition, query);
    const handing = {
      works: works.filter(({ briefId }) => briefId === brief.id),
      hasGroup: grouped.has(brief.id),
      now: this.clock.now(),
    };
    const whose = { groupId: grouped.get(brief.id) ?? null, enrolmentId: enrolment.id };
    orRefuse(standingBy(deadlinesIn(deadlines, edition, brief, whose), brief, handing).next);
    return { brief, enrolment };
  }

  /**
   * Refusals: project-work.no-group, project-work.already-passed, project-work.no-attempt-left,
   * project-work.being-marked, project-work.peers-read, project-work.deadline-passed, project-work.too-many-versions,
   * project-work.file-kind-not-asked, project-work.originality-not-stated, project-work.nothing-to-hand-in,
   * project-work.too-few-files, project-work.too-many-files, project-work.too-few-links, project-work.too-many-links,
   * project-work.too-few-words, project-work.too-many-words, project-work.upload-not-complete, common.upload-gone.
   */
  async run(actor: Actor, { params: { editionId }, query }: Input, sent: PartsSent): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const [{ edition, enrolment }, deadlines] = await Promise.all([
        this.participation.of(actor, editionId),
        this.database.rows(deadlineRows(editionId)),
      ]);
      const brief = briefAsked(edition, query);
      const now = this.clock.now();
      const own = (await lockGroupOf(tx, enrolment.id, brief.id)) ?? (await this.whereAlone(tx, brief, enrolment.id));
      const handing = { works: own?.works ?? [], hasGroup: own !== null, now };
      const whose = { groupId: own?.groupId ?? null, enrolmentId: enrolment.id };
      const standing = standingBy(deadlinesIn(deadlines, edition, brief, whose), brief, handing);
      const { attempt, version, isLate } = orRefuse(standing.next);
      orRefuse(statesOriginality(brief.originality !== undefined, sent.isOriginal));
      const before = standing.latest?.attempt === attempt ? standing.latest : null;
      const fileIds = await this.filesOf(tx, actor, { editionId, brief, before }, sent);
      const { groupId, enrolmentIds } =
        own ?? (await this.groupOfOne(tx, { editionId, briefId: brief.id }, enrolment.id));
      const current = before ?? newWork({ editionId, briefId: brief.id, groupId, attempt });
      const work = Object.assign(current, { versions: version, handedInAt: brief.anonymous ? dayOnly(now) : now });
      await (before ? tx.save(work) : tx.insert(Work, work));
      const submissionId = silentId();
      await tx.insert(Submission, {
        ...{ id: submissionId, workId: work.id, version, handedInBy: actor.accountId, at: now, isLate },
        isStatedOriginal: sent.isOriginal,
        links: sent.links.length ? sent.links : null,
        text: sent.text || null,
      });
      await tx.insert(
        SubmittedFile,
        fileIds.map((fileId, position) => ({ id: silentId(), submissionId, fileId, position })),
      );
      await tx.publish(new WorkHandedIn(submissionId, enrolmentIds, editionId));
      return { id: submissionId };
    });
  }

  /** The stored files of a version, in its order. */
  private async filesOf(
    tx: Tx,
    actor: Actor,
    at: { editionId: string; brief: Brief; before: Work | null },
    { files, links, text, made }: PartsSent,
  ): Promise<string[]> {
    if (made) await this.files.keep(tx, made);
    const all = [...(await this.chosen.of(tx, actor, at, files)), ...(made ? [made] : [])];
    const terms = partsOf(at.brief);
    for (const { type } of all) orRefuse(takesFile(terms.files.kinds, type));
    orRefuse(takesParts(terms, { files: all.length, links: links.length, words: countWords(text) }));
    return all.map(({ id }) => id);
  }

  /** Locked before: somebody's first two versions at once would otherwise make two groups of one. */
  private async whereAlone(tx: Tx, { id: briefId, by }: Brief, enrolmentId: string) {
    if (by !== 'person') return null;
    await this.enrolments.lock(tx, [enrolmentId]);
    return lockGroupOf(tx, enrolmentId, briefId);
  }

  private async groupOfOne(tx: Tx, of: Pick<ProjectGroup, 'editionId' | 'briefId'>, enrolmentId: string) {
    const groupId = newId();
    await tx.insert(ProjectGroup, { id: groupId, ...of, ...groupCalled(null) });
    await tx.insert(GroupMember, { id: newId(), groupId, enrolmentId, briefId: of.briefId });
    return { groupId, enrolmentIds: [enrolmentId] };
  }
}

const newWork = (values: Pick<Work, 'editionId' | 'briefId' | 'groupId' | 'attempt'>): Work =>
  Object.assign(new Work(), {
    // Markers see it, and may not learn from it at which moment it was handed in.
    id: silentId(),
    state: 'handed-in',
    planned: 0,
    waits: true,
    grade: null,
    sampleId: null,
    lateDays: null,
    latePoints: null,
    releaseReason: null,
    markings: 0,
    outcome: null,
    releasedAt: null,
    ...values,
  });
