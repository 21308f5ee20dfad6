import type {
  FeedbackOfView,
  FeedbackOverview,
  InputOf,
  readFeedbackOf,
  readFeedbackOverview,
} from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import type { EditionCard } from '../../editions';
import { EnrolmentDirectory, Participants } from '../../places';
import { isHiddenFrom } from '../anonymity/masks';
import { deadlineRows } from '../work/deadlines';
import { Participation } from '../work/participation';
import { FeedbackNames } from './feedback-names';
import { feedbackWhere, isFor, isNotFor, isShown, releasedRows } from './feedback-rows';
import { feedbackTimes, type PeerBrief, peerBriefAsked, peerBriefsOf, rubricsOf } from './feedback-terms';
import { givenIn } from './own-feedback';

const pageSize = 100;

/** What tutors and coordinators see of peer feedback: all of it, with names, except what is for themselves. */
@Injectable()
export class FeedbackOverviews {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly participants: Participants,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly names: FeedbackNames,
  ) {}

  async of(
    actor: Actor,
    { params: { editionId }, query }: InputOf<typeof readFeedbackOverview>,
  ): Promise<FeedbackOverview> {
    const edition = await this.participation.edition(editionId);
    const brief = peerBriefAsked(edition, query);
    const [isUnseen, set] = await Promise.all([
      this.isUnseen(actor, edition, brief),
      this.database.rows(deadlineRows(editionId)),
    ]);
    const page = isUnseen
      ? { items: [], next: null }
      : await this.participants.page({ editionId, sort: 'name', after: query.after, size: pageSize });
    const [people, counts, all] = await Promise.all([
      this.people.byIds(page.items.map(({ accountId }) => accountId)),
      this.database.rows(
        countsOf(
          page.items.map(({ id }) => id),
          brief.id,
        ),
      ),
      this.database.rows(sumsOf(editionId, brief.id)),
    ]);
    const times = feedbackTimes(set, edition, brief);
    return {
      items: page.items.map(({ id, accountId }) => {
        const count = counts.find(({ enrolmentId }) => enrolmentId === id);
        return {
          enrolmentId: id,
          name: people.get(accountId)?.name ?? '',
          asked: Number(count?.asked ?? 0),
          given: Number(count?.given ?? 0),
          late: Number(count?.late ?? 0),
          came: Number(count?.came ?? 0),
        };
      }),
      next: page.next,
      brief: brief.id,
      briefs: peerBriefsOf(edition).map(({ id, title }) => ({ id, title })),
      title: brief.title,
      from: times.from.toISOString(),
      until: times.until.toISOString(),
      zone: edition.timeZone,
      asked: isUnseen ? 0 : Number(all[0]?.asked),
      given: isUnseen ? 0 : Number(all[0]?.given),
      isUnseen,
    };
  }

  async ofPerson(
    actor: Actor,
    { params: { editionId, enrolmentId }, query }: InputOf<typeof readFeedbackOf>,
  ): Promise<FeedbackOfView> {
    const [edition, enrolments, own] = await Promise.all([
      this.participation.edition(editionId),
      this.enrolments.byIds([enrolmentId]),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const brief = peerBriefAsked(edition, query);
    const enrolment = enrolments.get(enrolmentId);
    if (enrolment?.editionId !== editionId || (await this.isUnseen(actor, edition, brief))) throw notFound();
    const ofBrief = { editionId, enrolmentId, briefId: brief.id, own: own?.id ?? '' };
    const rows = await this.database.rows(
      feedbackWhere(
        `round.editionId = :editionId AND round.briefId = :briefId
         AND (giver.enrolmentId = :enrolmentId OR ${isFor(':enrolmentId')})
         AND ${isNotFor(':own')}`,
        ofBrief,
      ),
    );
    const [aboutOf, people] = await Promise.all([
      this.names.of(rows, { peerFeedback: {} }),
      this.people.byIds([
        enrolment.accountId,
        ...rows.flatMap(({ giverAccountId, hiddenBy }) => [String(giverAccountId), ...(hiddenBy ? [hiddenBy] : [])]),
      ]),
    ]);
    const changes = agree(changeIn(edition.state));
    return {
      brief: brief.id,
      title: brief.title,
      name: people.get(enrolment.accountId)?.name ?? '',
      rubrics: rubricsOf(brief),
      items: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        isGiven: row.giverEnrolmentId === enrolmentId,
        from: people.get(String(row.giverAccountId))?.name ?? '',
        about: aboutOf(row),
        state: row.state,
        given: row.givenAt && {
          ...givenIn(row, brief),
          at: row.givenAt.toISOString(),
          isLate: Boolean(row.isLate),
        },
        hidden: row.hiddenAt && {
          by: people.get(row.hiddenBy ?? '')?.name ?? '',
          at: row.hiddenAt.toISOString(),
          reason: row.hiddenReason ?? '',
        },
        can: { hide: changes && row.state === 'given' && row.hiddenAt === null },
      })),
    };
  }

  /** Whether somebody sees a feedback here: it is not for themselves, and does not say whose work it is before they may know. */
  async maySee(actor: Actor, editionId: string, feedbackId: string): Promise<boolean> {
    const [edition, own] = await Promise.all([
      this.participation.edition(editionId),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const [row] = await this.database.rows(
      feedbackWhere(`it.id = :feedbackId AND ${isNotFor(':enrolmentId')}`, { feedbackId, enrolmentId: own?.id ?? '' }),
    );
    return (
      row !== undefined &&
      !(await this.isUnseen(actor, edition, peerBriefAsked(edition, { brief: String(row.briefId) })))
    );
  }

  /** Until all results are out: whoever marks without names would learn from feedback who has handed in. */
  private async isUnseen(actor: Actor, edition: EditionCard, { id: briefId }: PeerBrief): Promise<boolean> {
    const editionId = edition.id;
    if (!isHiddenFrom(actor, edition, { editionId, briefId, releasedAt: null })) return false;
    const [works] = await this.database.rows(releasedRows(editionId, [briefId]));
    return Number(works?.all) === 0 || Number(works?.all) > Number(works?.released);
  }
}

const ofGiver = (condition: string) =>
  `(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id${condition})`;

/** A row for each of these enrolments that was asked. What came is counted by its rows, hidden ones left out. */
const countsOf = (enrolmentIds: readonly string[], briefId: string) =>
  cellsOf(
    {
      enrolmentId: 'giver.enrolmentId',
      asked: ofGiver(''),
      given: ofGiver(" AND it.state = 'given'"),
      late: ofGiver(' AND it.isLate'),
      came: `(SELECT COUNT(*) FROM peer_feedback it JOIN peer_giver other ON other.id = it.giverId
        WHERE other.roundId = round.id AND ${isShown} AND ${isFor('giver.enrolmentId')})`,
    },
    `FROM peer_giver giver JOIN peer_round round ON round.id = giver.roundId
     WHERE round.briefId = :briefId AND giver.enrolmentId IN (:...enrolmentIds)`,
    { briefId, enrolmentIds: enrolmentIds.length ? enrolmentIds : [''] },
  );

const sumsOf = (editionId: string, briefId: string) =>
  cellsOf(
    { asked: 'COUNT(*)', given: "COUNT(CASE WHEN it.state = 'given' THEN 1 END)" },
    `FROM peer_feedback it JOIN peer_giver giver ON giver.id = it.giverId JOIN peer_round round ON round.id = giver.roundId
     WHERE round.editionId = :editionId AND round.briefId = :briefId`,
    { editionId, briefId },
  );
