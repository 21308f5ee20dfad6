import { type Actor, changeIn, isRefusal, mayWriteTogether, type Refusal, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';
import { isHiddenFrom } from '../anonymity/masks';
import { type Brief, briefOf } from '../work/briefs';
import { GroupRoll, type MemberAtWork } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';
import { mayReadWorks } from '../project-work.policy';

/** A workspace, as one person comes in. */
export interface OpenWorkspace {
  readonly edition: EditionCard;
  readonly brief: Brief;
  readonly group: ProjectGroup;
  readonly members: readonly MemberAtWork[];
  /** The actor's own enrolment, as a member. */
  readonly enrolmentId: string | null;
  /** Why the actor may not write now. */
  readonly whyNotWrite: Refusal | null;
}

export interface WorkspacePlace {
  readonly editionId: string;
  readonly groupId: string;
}

/** Who comes into which workspace: its members, who write in it, and the readers of all works. */
@Injectable()
export class WorkspaceDoor {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async open(actor: Actor, { editionId, groupId }: WorkspacePlace): Promise<OpenWorkspace> {
    const [edition, [group], grouped, works] = await Promise.all([
      this.participation.edition(editionId),
      this.database.rows(rowsOf(ProjectGroup, 'WHERE it.id = :groupId', { groupId })),
      this.roll.membersOf('it.groupId = :groupId', { groupId }),
      this.database.rows(rowsOf(Work, 'WHERE it.groupId = :groupId', { groupId }, { by: ['attempt'] })),
    ]);
    const members = grouped.get(groupId) ?? [];
    const own = members.find(({ accountId }) => accountId === actor.accountId);
    if (!group || !(own || mayReadWorks(actor, { editionId }))) throw notFound();
    const brief = briefOf(edition, group);
    const latest = works.at(-1) ?? null;
    const writes = mayWriteTogether(latest, brief.attempts);
    // A text that is still being written says whose work it will be, and one that is no longer shown, whose work came in.
    const releasedAt = isRefusal(writes) ? (latest?.releasedAt ?? null) : null;
    if (!own && isHiddenFrom(actor, edition, { editionId, briefId: group.briefId, releasedAt })) throw notFound();
    const answers = [own ? true : refuse('workspace.not-a-member'), changeIn(edition.state), writes];
    return {
      edition,
      brief,
      group,
      members,
      enrolmentId: own?.enrolmentId ?? null,
      whyNotWrite: answers.find(isRefusal) ?? null,
    };
  }
}
