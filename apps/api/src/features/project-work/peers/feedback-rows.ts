import type { FeedbackTally } from '@libretto/domain';
import { cellsOf, rowsOf, type Values } from '../../../platform/database/read-together';
import { PeerFeedback } from './peer-feedback.entity';

/** Feedback by a condition on `it`, its `giver` (an enrolment behind it) and the `round`. */
export const feedbackWhere = (condition: string, values: Values) =>
  rowsOf(
    PeerFeedback,
    `JOIN peer_giver giver ON giver.id = it.giverId JOIN peer_round round ON round.id = giver.roundId
     JOIN enrolment ON enrolment.id = giver.enrolmentId LEFT JOIN work ON work.id = it.workId
     WHERE ${condition}`,
    values,
    {
      beside: {
        giverEnrolmentId: 'giver.enrolmentId',
        giverAccountId: 'enrolment.accountId',
        briefId: 'round.briefId',
        groupId: 'work.groupId',
      },
      by: ['id'],
    },
  );

const worksOf = (enrolmentId: string) => `(SELECT own.id FROM work own
  JOIN group_member mine ON mine.groupId = own.groupId WHERE mine.enrolmentId = ${enrolmentId})`;

/** That a feedback is for an enrolment: about them, or about the work of their group. */
export const isFor = (enrolmentId: string): string =>
  `(it.memberId = ${enrolmentId} OR it.workId IN ${worksOf(enrolmentId)})`;

const besideOf = (enrolmentId: string) => `(SELECT other.enrolmentId FROM group_member other
  JOIN group_member mine ON mine.groupId = other.groupId WHERE mine.enrolmentId = ${enrolmentId})`;

/**
 * That a feedback is no matter of an enrolment's own: about neither them, nor a member of their group, nor their work. It
 * is about a member or about a work, never both.
 */
export const isOfOthers = (enrolmentId: string): string =>
  `((it.memberId IS NULL OR it.memberId <> ${enrolmentId} AND it.memberId NOT IN ${besideOf(enrolmentId)})
    AND (it.workId IS NULL OR it.workId NOT IN ${worksOf(enrolmentId)}))`;

/** That those whom a feedback is for may read it. */
export const isShown = "it.state = 'given' AND it.hiddenAt IS NULL";

/** Of each of these briefs how many works came in at the first attempt, and how many of them have a result that is out. */
export const releasedRows = (editionId: string, briefIds: readonly string[]) =>
  cellsOf(
    { briefId: 'briefId', all: 'COUNT(*)', released: 'COUNT(releasedAt)' },
    `FROM work WHERE editionId = :editionId AND briefId IN (:...briefIds) AND attempt = 1 GROUP BY briefId`,
    { editionId, briefIds },
  );

/**
 * How much was asked of enrolments and given by them, a row for each of their briefs, by a condition on `giver` and
 * `round`.
 */
export const talliesWhere = (condition: string, values: Values) =>
  cellsOf(
    {
      enrolmentId: 'giver.enrolmentId',
      editionId: 'round.editionId',
      briefId: 'round.briefId',
      asked: '(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id)',
      given: "(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id AND it.state = 'given')",
    },
    `FROM peer_giver giver JOIN peer_round round ON round.id = giver.roundId WHERE ${condition}`,
    values,
  );

/** The tally of somebody who has not been asked. */
export const nothingAsked: FeedbackTally = { asked: 0, given: 0 };
