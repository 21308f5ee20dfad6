import type { InputOf, ProjectWorkView, readProjectWork } from '@libretto/contracts';
import { type Actor, agree, changeIn, deductionOf, isRefusal, latenessAt, partsOf, rubricOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Ledger } from '../../workload';
import { GroupChoice } from './group-choice';
import { OwnResults } from '../results/own-results';
import { FeedbackTallies } from '../peers/feedback-tallies';
import { GroupRoll } from '../work/group-roll';
import { type Brief, briefAsked, briefsOf } from '../work/briefs';
import { Participation } from '../work/participation';
import { deadlineRows, deadlinesIn } from '../work/deadlines';
import { standingBy } from '../work/standing';
import { WorkUploads } from './uploads/work-uploads';
import { type WorksAsked, WorkQueries, worksOfEnrolment } from '../work/work-queries';
import { reasonOf } from '../../../platform/refusals/refused';

/** A participant's project work: the brief, the deadline, the group's submissions and their results. */
@Injectable()
export class OwnProjectWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly ledger: Ledger,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
    private readonly choice: GroupChoice,
    private readonly results: OwnResults,
    private readonly uploads: WorkUploads,
    private readonly feedback: FeedbackTallies,
  ) {}

  async of(actor: Actor, { params: { editionId }, query }: InputOf<typeof readProjectWork>): Promise<ProjectWorkView> {
    const { edition, enrolment } = await this.participation.of(actor, editionId);
    const asked = briefAsked(edition, query);
    const own = worksOfEnrolment(enrolment.id);
    const [groups, members, deadlines, sums, works, versions, markings, resultOf, uploads, feedback] =
      await Promise.all([
        this.roll.groupsOf(enrolment.id),
        this.roll.membersOf('it.groupId IN (SELECT groupId FROM group_member WHERE enrolmentId = :id)', {
          id: enrolment.id,
        }),
        this.database.rows(deadlineRows(editionId)),
        this.ledger.sums([enrolment.id]),
        this.works.works(own),
        this.works.versionsOf(own),
        this.works.markingsOf(released(own)),
        this.results.of(enrolment.id),
        this.uploads.of(actor, editionId, asked),
        this.feedback.of([enrolment.id]),
      ]);
    const changes = agree(changeIn(edition.state));
    const now = this.clock.now();
    const inBrief = (brief: Brief) => {
      const worksOfBrief = works.filter(({ briefId }) => briefId === brief.id);
      const group = groups.find(({ briefId }) => briefId === brief.id);
      const handing = { works: worksOfBrief, hasGroup: group !== undefined, now };
      const whose = { groupId: group?.id ?? null, enrolmentId: enrolment.id };
      const standing = standingBy(deadlinesIn(deadlines, edition, brief, whose), brief, handing);
      const { until, reason } = standing.deadline;
      return {
        works: worksOfBrief.map((work) => {
          const result = resultOf(work, brief, worksOfBrief);
          // Participants read the markings without the markers' names.
          const said = (markings.get(work.id) ?? []).map((marking) => ({ ...marking, marker: null }));
          return {
            id: work.id,
            attempt: work.attempt,
            versions: versions.get(work.id) ?? [],
            result: result && { ...result, markings: said },
          };
        }),
        group,
        attempt: standing.attempt,
        deadline: { until: until.toISOString(), zone: edition.timeZone, reason },
        mayHandIn: changes && !isRefusal(standing.next),
        whyNot: isRefusal(standing.next) ? standing.next : null,
      };
    };
    const feedbackOf = ({ id, peerFeedback }: Brief) => {
      const tally = peerFeedback && feedback.get(enrolment.id)?.find(({ brief }) => brief === id);
      return tally ? { asked: tally.asked, given: tally.given } : null;
    };
    const { group, attempt, deadline, whyNot, mayHandIn, works: shown } = inBrief(asked);
    const { title, brief, by, rubric, attempts, module } = asked;
    return {
      briefs: briefsOf(edition).map((one) => {
        const there = inBrief(one);
        return {
          id: one.id,
          title: one.title,
          weight: one.weight ?? null,
          deadline: there.deadline,
          versions: there.works[0]?.versions.length ?? 0,
          result: there.works.find(({ result }) => result)?.result?.outcome ?? null,
          feedback: feedbackOf(one),
          can: { handIn: there.mayHandIn },
        };
      }),
      briefId: asked.id,
      module,
      title,
      brief,
      by,
      rubric: rubricOf(rubric),
      parts: termsOf(asked),
      uploads,
      ...lateTermsOf(asked, new Date(deadline.until), now),
      originality: asked.originality ?? null,
      attempt,
      attempts,
      deadline,
      group: group ? { id: group.id, name: group.name, members: members.get(group.id) ?? [] } : null,
      choice: await this.choice.of(edition, asked, { own: enrolment, hasWork: shown.length > 0, mayChange: changes }),
      works: shown,
      minutes: {
        notional: edition.definition.modules.find(({ number }) => number === module)?.minutes.project ?? 0,
        declared: sums.get(enrolment.id)?.byModule.get(module)?.project ?? 0,
      },
      can: { handIn: mayHandIn, declareMinutes: changes },
      whyNotHandIn: reasonOf(whyNot),
    };
  }
}

/** The terms of a brief as an answer has them. */
function termsOf(brief: Brief): ProjectWorkView['parts'] {
  const { files, ...others } = partsOf(brief);
  return { ...others, files: { ...files, kinds: files.kinds && [...files.kinds] } };
}

/** What becomes of late versions, and what one would cost now. */
function lateTermsOf(brief: Brief, until: Date, now: Date): Pick<ProjectWorkView, 'late' | 'deduction'> {
  const deduction = deductionOf(brief);
  if (deduction)
    return { late: 'deduct', deduction: { ...deduction, now: latenessAt(brief, until, now)?.points ?? 0 } };
  const { late = 'refuse' } = brief;
  // Without points to take them from, late versions are still taken, and marked as late.
  return { late: typeof late === 'object' ? 'flag' : late, deduction: null };
}

/** No word of a marker is shown before the release. */
const released = ({ where, values }: WorksAsked): WorksAsked => ({
  where: `${where} AND work.state = 'released'`,
  values,
});
