import type { handInWork, InputOf } from '@libretto/contracts';
import { type Actor, statesOriginality, takesFile } from '@libretto/domain';
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
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { WorkHandedIn } from '../project-work.events';
import { lockGroupOf } from '../work/lock-group';
import { standingBy } from '../work/standing';
import { WorkQueries, worksOfPerson } from '../work/work-queries';
import { Submission, Work } from '../work/work.entity';

type Input = Pick<InputOf<typeof handInWork>, 'params' | 'query'>;

/** Takes a file as the next version of the actor's group's work. */
@Injectable()
export class HandInWork {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
  ) {}

  /** Refuses before the upload everything that would be refused after it. Answers the actor's enrolment. */
  async check(actor: Actor, { params: { editionId }, query }: Input): Promise<EnrolmentCard> {
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
    orRefuse(statesOriginality(brief.originality !== undefined, query.original === 'true'));
    return enrolment;
  }

  /**
   * Refusals: project-work.no-group, project-work.already-passed, project-work.no-attempt-left,
   * project-work.being-marked, project-work.deadline-passed, project-work.too-many-versions,
   * project-work.file-kind-not-asked, project-work.originality-not-stated.
   */
  async run(
    actor: Actor,
    { params: { editionId }, query }: Input,
    { id: enrolmentId }: EnrolmentCard,
    file: StoredFile,
  ): Promise<{ id: string }> {
    return this.transaction.run(async (tx) => {
      const [edition, deadlines] = await Promise.all([
        this.participation.edition(editionId),
        this.database.rows(deadlineRows(editionId)),
      ]);
      const brief = briefAsked(edition, query);
      const now = this.clock.now();
      const own = (await lockGroupOf(tx, enrolmentId, brief.id)) ?? (await this.whereAlone(tx, brief, enrolmentId));
      const handing = { works: own?.works ?? [], hasGroup: own !== null, now };
      const whose = { groupId: own?.groupId ?? null, enrolmentId };
      const standing = standingBy(deadlinesIn(deadlines, edition, brief, whose), brief, handing);
      const { attempt, version, isLate } = orRefuse(standing.next);
      const isStatedOriginal = query.original === 'true';
      orRefuse(statesOriginality(brief.originality !== undefined, isStatedOriginal));
      orRefuse(takesFile(brief.files?.kinds, file.type));
      const { groupId, enrolmentIds } =
        own ?? (await this.groupOfOne(tx, { editionId, briefId: brief.id }, enrolmentId));
      const current =
        standing.latest?.attempt === attempt
          ? standing.latest
          : newWork({ editionId, briefId: brief.id, groupId, attempt });
      const work = Object.assign(current, { versions: version, handedInAt: brief.anonymous ? dayOnly(now) : now });
      await (work === standing.latest ? tx.save(work) : tx.insert(Work, work));
      await this.files.keep(tx, file);
      const submissionId = silentId();
      await tx.insert(Submission, {
        id: submissionId,
        workId: work.id,
        version,
        fileId: file.id,
        handedInBy: actor.accountId,
        at: now,
        isLate,
        isStatedOriginal,
      });
      await tx.publish(new WorkHandedIn(submissionId, enrolmentIds));
      return { id: submissionId };
    });
  }

  /** Locked before: somebody's first two files at once would otherwise make two groups of one. */
  private async whereAlone(tx: Tx, { id: briefId, by }: Brief, enrolmentId: string) {
    if (by !== 'person') return null;
    await this.enrolments.lock(tx, [enrolmentId]);
    return lockGroupOf(tx, enrolmentId, briefId);
  }

  private async groupOfOne(tx: Tx, of: Pick<ProjectGroup, 'editionId' | 'briefId'>, enrolmentId: string) {
    const groupId = newId();
    await tx.insert(ProjectGroup, { id: groupId, ...of, name: null });
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
    releaseReason: null,
    markings: 0,
    outcome: null,
    releasedAt: null,
    ...values,
  });
