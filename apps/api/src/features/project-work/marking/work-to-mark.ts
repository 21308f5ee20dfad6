import type { AgreementView, SecondLookView, WorkToMarkView } from '@libretto/contracts';
import {
  type Actor,
  agree,
  askThird,
  changeIn,
  isRefusal,
  mayAnswer,
  mayLookAgain,
  mayMark as mayMarkVersion,
  mayPropose,
  rubricOf,
  scaleOf,
  seesMarkings,
  stepsOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory, type PersonCard } from '../../accounts';
import { Contributions } from '../contributions/contributions';
import { briefOf } from '../work/briefs';
import { deadlineRows } from '../work/deadlines';
import { latenessOf, latenessView } from '../work/lateness';
import { isHiddenFrom, masked } from '../anonymity/masks';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { Work } from '../work/work.entity';
import { oneWork, WorkQueries } from '../work/work-queries';
import { isAtIt, leaseEnd, openProposals, professorRows } from './marked-work';
import { emptySheet, MarkingDraft } from './marking-draft.entity';
import { MarkingList } from './marking-list';
import type { Proposal } from './proposal.entity';
import { SecondLook } from './second-look.entity';

/** One work beside its rubric, as one marker may see it. */
@Injectable()
export class WorkToMark {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleDirectory,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
    private readonly contributions: Contributions,
    private readonly list: MarkingList,
  ) {}

  async of(actor: Actor, editionId: string, workId: string): Promise<WorkToMarkView> {
    const asked = oneWork(workId);
    const marks = mayMark(actor, { editionId });
    const works = this.database.rows(workRows(workId, editionId));
    const [
      edition,
      [work],
      markingsOf,
      versionsOf,
      membersOf,
      drafts,
      [proposal],
      looks,
      [professor],
      said,
      deadlines,
      around,
    ] = await Promise.all([
      this.participation.edition(editionId),
      works,
      this.works.markingsOf(asked),
      this.works.versionsOf(asked),
      this.roll.membersOf('it.groupId = (SELECT groupId FROM work WHERE id = :workId)', { workId }),
      this.database.rows(rowsOf(MarkingDraft, 'WHERE it.workId = :workId', { workId })),
      this.database.rows(openProposals([workId])),
      this.database.rows(rowsOf(SecondLook, 'WHERE it.workId = :workId', { workId }, { by: ['id'] })),
      this.database.rows(professorRows(editionId, actor.accountId)),
      this.contributions.ofWork(workId),
      this.database.rows(deadlineRows(editionId)),
      works.then(([current]) => (current && marks ? this.list.around(actor.accountId, current) : null)),
    ]);
    if (!work) throw notFound();
    const brief = briefOf(edition, work);
    const scale = scaleOf(brief);
    const members = membersOf.get(work.groupId) ?? [];
    const [markings, versions] = [markingsOf.get(workId) ?? [], versionsOf.get(workId) ?? []];
    const marker = {
      isMember: members.some(({ accountId }) => accountId === actor.accountId),
      hasMarked: markings.some(({ markerId }) => markerId === actor.accountId),
    };
    const [own, others] = [
      drafts.find(({ markerId }) => markerId === actor.accountId),
      drafts.filter(({ markerId, keptAt }) => markerId !== actor.accountId && isAtIt(keptAt, this.clock.now())),
    ];
    const people = await this.people.byIds(
      [...others.map(({ markerId }) => markerId), proposal?.markerId, ...looks.map(({ lookerId }) => lookerId)].filter(
        (id) => typeof id === 'string',
      ),
    );
    const answer = mayMarkVersion(work, work.versions, marker, {
      needed: brief.markers,
      others: others.length,
    });
    // Markers are blind until they are done; somebody who only coordinates marks nothing.
    const sees = !marks || seesMarkings(work.state, marker);
    const changes = agree(changeIn(edition.state));
    const [newest] = versions;
    const late = latenessOf(work, brief, newest && { at: new Date(newest.at) }, { deadlines, edition });
    const view: WorkToMarkView = {
      workId,
      group: work.groupName === null ? null : String(work.groupName),
      members,
      attempt: work.attempt,
      state: work.state,
      versions,
      title: brief.title,
      brief: brief.brief,
      rubric: rubricOf(brief.rubric),
      markersNeeded: brief.markers,
      markings: sees ? markings : [],
      outcome: sees ? work.outcome : null,
      grade: sees ? work.grade : null,
      late: latenessView(late, brief, sees ? work.grade : null),
      atIt: others.map(({ markerId, keptAt }) => ({
        name: people.get(markerId)?.name ?? '',
        until: leaseEnd(keptAt).toISOString(),
      })),
      agreement: agreementOf(actor, work, { hasMarked: marker.hasMarked, proposal, people, changes }),
      secondLooks: sees ? looks.map((look) => lookOf(look, people)) : [],
      contributions: members.map(({ enrolmentId, name }) => ({
        name,
        words: said.get(enrolmentId)?.words ?? null,
        confirmed: said.get(enrolmentId)?.confirmedBy.length ?? 0,
        others: members.length - 1,
      })),
      draft: { ...emptySheet, ...own?.sheet },
      next: around?.next ?? null,
      previous: around?.previous ?? null,
      grades: professor && scale ? stepsOf(scale) : [],
      hasGrades: scale !== null,
      hasSimilarity: brief.similarity === true && !marker.isMember,
      can: {
        mark: marks && changes && agree(answer),
        lookAgain: marks && changes ? lookWanted(looks, marker, actor) : null,
        releaseAlone: changes && work.state === 'marked' && mayRunProjectWork(actor, { editionId }),
        setIndividual: changes && sees && work.outcome !== null && members.length > 1 && !marker.isMember,
      },
      whyNotMark: marks && isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null,
    };
    return isHiddenFrom(actor, edition, work) ? masked(view, brief) : view;
  }
}

interface AtAgreement {
  readonly hasMarked: boolean;
  readonly proposal: Proposal | undefined;
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly changes: boolean;
}

/** What two who differ have come to, for them and for whoever coordinates. */
function agreementOf(
  actor: Actor,
  { state, editionId }: Work,
  { hasMarked, proposal, people, changes }: AtAgreement,
): AgreementView | null {
  const isCoordinator = mayRunProjectWork(actor, { editionId });
  if ((state !== 'differing' && state !== 'deciding') || !(hasMarked || isCoordinator)) return null;
  const byMe = proposal?.markerId === actor.accountId;
  const at = { hasMarked, proposal: proposal ? (byMe ? ('own' as const) : ('other' as const)) : null };
  return {
    proposal: proposal
      ? {
          outcome: proposal.outcome,
          grade: proposal.grade,
          by: people.get(proposal.markerId)?.name ?? '',
          byMe,
          words: proposal.words,
          at: proposal.at.toISOString(),
        }
      : null,
    can: {
      propose: changes && agree(mayPropose(state, at)),
      answer: changes && agree(mayAnswer(state, at)),
      askThird: changes && agree(askThird(state, { hasMarked, isCoordinator })),
    },
  };
}

/** The second look that somebody may take now. */
const lookWanted = (
  looks: readonly SecondLook[],
  { isMember, hasMarked }: { isMember: boolean; hasMarked: boolean },
  { accountId }: Actor,
): SecondLook['kind'] | null => {
  const hasJudged = hasMarked || looks.some(({ lookerId }) => lookerId === accountId);
  const wanted = looks.find(({ lookerId }) => lookerId === null);
  return wanted && agree(mayLookAgain(true, { isMember, hasJudged })) ? wanted.kind : null;
};

const lookOf = (look: SecondLook, people: ReadonlyMap<string, PersonCard>): SecondLookView => ({
  kind: look.kind,
  asked: look.asked,
  said:
    look.lookerId && look.outcome && look.at
      ? {
          outcome: look.outcome,
          grade: look.grade,
          by: people.get(look.lookerId)?.name ?? null,
          before: { outcome: look.beforeOutcome ?? look.outcome, grade: look.beforeGrade },
          reason: look.reason ?? '',
          at: look.at.toISOString(),
        }
      : null,
});

const workRows = (workId: string, editionId: string) =>
  rowsOf(
    Work,
    'JOIN project_group grp ON grp.id = it.groupId WHERE it.id = :workId AND it.editionId = :editionId',
    { workId, editionId },
    { beside: { groupName: 'grp.name' } },
  );
