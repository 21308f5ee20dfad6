import type { GivenFeedback, InputOf, OwnFeedbackView, readOwnFeedback } from '@libretto/contracts';
import {
  type Actor,
  isRefusal,
  mayReadFeedback,
  mayReadPeers,
  pointsOf,
  type Refusal,
  shownFrom,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { orNotFound, reasonOf } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import type { EditionCard } from '../../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { deadlineRows } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { FeedbackNames } from './feedback-names';
import { feedbackWhere, isFor, isShown, nothingAsked, talliesWhere } from './feedback-rows';
import { feedbackTimes, type PeerBrief, peerBriefAsked, peerBriefsOf, rubricsOf } from './feedback-terms';
import type { PeerFeedback } from './peer-feedback.entity';

/** What somebody is asked for, and what came to them. */
@Injectable()
export class OwnFeedback {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly roll: GroupRoll,
    private readonly names: FeedbackNames,
  ) {}

  async of(actor: Actor, { params: { editionId }, query }: InputOf<typeof readOwnFeedback>): Promise<OwnFeedbackView> {
    const { edition, enrolment } = await this.participation.of(actor, editionId);
    const brief = peerBriefAsked(edition, query);
    const ofBrief = { editionId, enrolmentId: enrolment.id, briefId: brief.id };
    const [rows, came, standing] = await Promise.all([
      this.database.rows(feedbackWhere('giver.enrolmentId = :enrolmentId AND round.briefId = :briefId', ofBrief)),
      this.database.rows(
        // A brief has the same id in every edition: the round is found by both.
        feedbackWhere(
          `round.editionId = :editionId AND round.briefId = :briefId AND ${isShown} AND ${isFor(':enrolmentId')}`,
          ofBrief,
        ),
      ),
      this.standing(edition, enrolment, brief),
    ]);
    const isAnonymous = brief.peerFeedback.anonymous ?? false;
    const [aboutOf, people] = await Promise.all([
      this.names.of(rows, brief),
      this.people.byIds(isAnonymous ? [] : came.map(({ giverAccountId }) => String(giverAccountId))),
    ]);
    const { readable, mayRead } = this.readableOf(came, standing, brief);
    const mayReadWorks = mayReadPeers(standing.deadline, this.clock.now());
    const isAcrossAsked = rows.some(({ kind }) => kind === 'across');
    return {
      brief: brief.id,
      briefs: peerBriefsOf(edition).map(({ id, title }) => ({ id, title })),
      title: brief.title,
      from: standing.from.toISOString(),
      until: standing.until.toISOString(),
      zone: edition.timeZone,
      isAnonymous,
      counts: brief.peerFeedback.counts === 'completion',
      isOpen: standing.isOpen,
      rubrics: rubricsOf(brief),
      toGive: rows.map((row) => ({
        feedbackId: row.id,
        kind: row.kind,
        about: aboutOf(row),
        state: row.state,
        isChanging: row.state === 'given' && row.draft !== null,
        isLate: Boolean(row.isLate),
        hiddenReason: row.hiddenReason,
      })),
      whyNotAcross: isAcrossAsked ? reasonOf(mayReadWorks) : null,
      received: readable.map((row) => ({
        id: row.id,
        kind: row.kind,
        from: isAnonymous ? null : (people.get(String(row.giverAccountId))?.name ?? ''),
        ...givenIn(row, brief),
      })),
      whyNotReceived: reasonOf(mayRead),
    };
  }

  /** How far an enrolment is with the feedback of a brief, and until when it is asked for. */
  async standingOf(enrolmentId: string, briefId: string) {
    const enrolment = orNotFound((await this.enrolments.byIds([enrolmentId])).get(enrolmentId));
    const edition = await this.participation.edition(enrolment.editionId);
    const brief = peerBriefAsked(edition, { brief: briefId });
    return { edition, brief, ...(await this.standing(edition, enrolment, brief)) };
  }

  /** What came to an enrolment for all briefs and may be read by them. */
  async receivedOf(enrolmentId: string) {
    const came = await this.database.rows(feedbackWhere(`${isShown} AND ${isFor(':enrolmentId')}`, { enrolmentId }));
    const readable = [];
    for (const [briefId, rows] of Map.groupBy(came, (row) => String(row.briefId))) {
      const { brief, ...standing } = await this.standingOf(enrolmentId, briefId);
      readable.push(...this.readableOf(rows, standing, brief).readable);
    }
    return readable;
  }

  /**
   * From when an enrolment may read some of what came for a brief without names; `null` where nothing waits for its time,
   * so always with names.
   */
  async shownNext(enrolmentId: string, briefId: string): Promise<Date | null> {
    const { brief, until } = await this.standingOf(enrolmentId, briefId);
    if (!brief.peerFeedback.anonymous) return null;
    const came = await this.database.rows(
      feedbackWhere(`${isShown} AND ${isFor(':enrolmentId')} AND round.briefId = :briefId`, { enrolmentId, briefId }),
    );
    const moments = came.map((row) => shownFromOf(row, until, brief)).sort((one, other) => Number(one) - Number(other));
    return moments[0] && moments[0] >= this.clock.now() ? moments[0] : null;
  }

  /** What of all that came may be read now, and why not more. Without names it is read in batches. */
  private readableOf<Came extends Pick<PeerFeedback, 'givenAt'>>(
    came: readonly Came[],
    { until, ...tally }: { readonly until: Date; readonly asked: number; readonly given: number },
    brief: PeerBrief,
  ): { readonly readable: readonly Came[]; readonly mayRead: true | Refusal } {
    const now = this.clock.now();
    const mayRead = mayReadFeedback(tally, brief.peerFeedback, until, now);
    if (isRefusal(mayRead)) return { readable: [], mayRead };
    const isInTime = (row: Came) => !brief.peerFeedback.anonymous || now > shownFromOf(row, until, brief);
    return { readable: came.filter(isInTime), mayRead };
  }

  private async standing(edition: EditionCard, { id: enrolmentId }: EnrolmentCard, brief: PeerBrief) {
    const [set, groups, [tally]] = await Promise.all([
      this.database.rows(deadlineRows(edition.id)),
      this.roll.groupsOf(enrolmentId),
      this.database.rows(
        talliesWhere('giver.enrolmentId = :enrolmentId AND round.briefId = :briefId', {
          enrolmentId,
          briefId: brief.id,
        }),
      ),
    ]);
    const groupId = groups.find(({ briefId }) => briefId === brief.id)?.id ?? null;
    return {
      ...feedbackTimes(set, edition, brief, { groupId, enrolmentId }),
      isOpen: tally !== undefined,
      ...(tally ? { asked: Number(tally.asked), given: Number(tally.given) } : nothingAsked),
    };
  }
}

const shownFromOf = ({ givenAt }: Pick<PeerFeedback, 'givenAt'>, until: Date, { peerFeedback }: PeerBrief): Date =>
  shownFrom(givenAt ?? until, { until, days: peerFeedback.days });

/** What was given, with its points. */
export function givenIn({ kind, given }: Pick<PeerFeedback, 'kind' | 'given'>, brief: PeerBrief): GivenFeedback {
  return { rubric: given ?? [], points: pointsOf(brief.peerFeedback[kind]?.rubric ?? [], given ?? []) };
}
