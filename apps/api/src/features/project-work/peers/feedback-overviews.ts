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
import { EnrolmentDirectory, Participants } from '../../places';
import { deadlineRows } from '../work/deadlines';
import { Participation } from '../work/participation';
import { FeedbackNames } from './feedback-names';
import { FeedbackReaders } from './feedback-readers';
import { feedbackWhere, isFor, isOfOthers, isShown } from './feedback-rows';
import { feedbackTimes, peerBriefAsked, peerBriefsOf, rubricsOf } from './feedback-terms';
import { givenIn } from './own-feedback';

const pageSize = 100;

/** What tutors and coordinators see of peer feedback: all of it, with names, except what is a matter of their own group. */
@Injectable()
export class FeedbackOverviews {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly participants: Participants,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly names: FeedbackNames,
    private readonly readers: FeedbackReaders,
  ) {}

  async of(
    actor: Actor,
    { params: { editionId }, query }: InputOf<typeof readFeedbackOverview>,
  ): Promise<FeedbackOverview> {
    const edition = await this.participation.edition(editionId);
    const brief = peerBriefAsked(edition, query);
    const [unseen, set, enrolment] = await Promise.all([
      this.readers.unseen(actor, edition),
      this.database.rows(deadlineRows(editionId)),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const own = enrolment?.id ?? '';
    const whyUnseen = unseen.get(brief.id) ?? null;
    const page = whyUnseen
      ? { items: [], next: null }
      : await this.participants.page({ editionId, sort: 'name', after: query.after, size: pageSize });
    const [people, counts, all] = await Promise.all([
      this.people.byIds(page.items.map(({ accountId }) => accountId)),
      this.database.rows(
        countsOf(
          page.items.map(({ id }) => id),
          { briefId: brief.id, own },
        ),
      ),
      this.database.rows(sumsOf({ editionId, briefId: brief.id, own })),
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
      asked: whyUnseen ? 0 : Number(all[0]?.asked),
      given: whyUnseen ? 0 : Number(all[0]?.given),
      unseen: whyUnseen,
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
    if (enrolment?.editionId !== editionId || (await this.readers.unseen(actor, edition)).has(brief.id))
      throw notFound();
    const ofBrief = { editionId, enrolmentId, briefId: brief.id, own: own?.id ?? '' };
    const rows = await this.database.rows(
      feedbackWhere(
        `round.editionId = :editionId AND round.briefId = :briefId
         AND (giver.enrolmentId = :enrolmentId OR ${isFor(':enrolmentId')})
         AND ${isOfOthers(':own')}`,
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

  /** Whether somebody sees a feedback here: it is no matter of their own group, and says nothing that they may not know. */
  async maySee(actor: Actor, editionId: string, feedbackId: string): Promise<boolean> {
    const [edition, own] = await Promise.all([
      this.participation.edition(editionId),
      this.enrolments.of(editionId, actor.accountId),
    ]);
    const [row] = await this.database.rows(
      feedbackWhere(`it.id = :feedbackId AND ${isOfOthers(':enrolmentId')}`, {
        feedbackId,
        enrolmentId: own?.id ?? '',
      }),
    );
    return row !== undefined && !(await this.readers.unseen(actor, edition)).has(String(row.briefId));
  }
}

const ofGiver = (condition: string) =>
  `(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id AND ${isOfOthers(':own')}${condition})`;

/** A row for each of these enrolments that was asked. What came is counted by its rows, hidden ones left out. */
const countsOf = (enrolmentIds: readonly string[], values: { briefId: string; own: string }) =>
  cellsOf(
    {
      enrolmentId: 'giver.enrolmentId',
      asked: ofGiver(''),
      given: ofGiver(" AND it.state = 'given'"),
      late: ofGiver(' AND it.isLate'),
      came: `(SELECT COUNT(*) FROM peer_feedback it JOIN peer_giver other ON other.id = it.giverId
        WHERE other.roundId = round.id AND ${isShown} AND ${isFor('giver.enrolmentId')} AND ${isOfOthers(':own')})`,
    },
    `FROM peer_giver giver JOIN peer_round round ON round.id = giver.roundId
     WHERE round.briefId = :briefId AND giver.enrolmentId IN (:...enrolmentIds)`,
    { ...values, enrolmentIds: enrolmentIds.length ? enrolmentIds : [''] },
  );

const sumsOf = (values: { editionId: string; briefId: string; own: string }) =>
  cellsOf(
    { asked: 'COUNT(*)', given: "COUNT(CASE WHEN it.state = 'given' THEN 1 END)" },
    `FROM peer_feedback it JOIN peer_giver giver ON giver.id = it.giverId JOIN peer_round round ON round.id = giver.roundId
     WHERE round.editionId = :editionId AND round.briefId = :briefId AND ${isOfOthers(':own')}`,
    values,
  );
