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

/** That a feedback is not for an enrolment; it is about a member or about a work, never both. */
export const isNotFor = (enrolmentId: string): string =>
  `((it.memberId IS NULL OR it.memberId <> ${enrolmentId})
    AND (it.workId IS NULL OR it.workId NOT IN ${worksOf(enrolmentId)}))`;

/** That those whom a feedback is for may read it. */
export const isShown = "it.state = 'given' AND it.hiddenAt IS NULL";

/** How many works of these briefs came in at the first attempt, and how many of them have a result that is out. */
export const releasedRows = (editionId: string, briefIds: readonly string[]) =>
  cellsOf(
    { all: 'COUNT(*)', released: 'COUNT(releasedAt)' },
    'FROM work WHERE editionId = :editionId AND briefId IN (:...briefIds) AND attempt = 1',
    { editionId, briefIds },
  );

/**
 * How much was asked of enrolments and given by them, a row for each of their briefs, by a condition on `giver` and
 * `round`; and how many works of the brief have no result yet.
 */
export const talliesWhere = (condition: string, values: Values) =>
  cellsOf(
    {
      enrolmentId: 'giver.enrolmentId',
      editionId: 'round.editionId',
      briefId: 'round.briefId',
      asked: '(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id)',
      given: "(SELECT COUNT(*) FROM peer_feedback it WHERE it.giverId = giver.id AND it.state = 'given')",
      unreleased: `(SELECT COUNT(*) FROM work WHERE work.editionId = round.editionId AND work.briefId = round.briefId
        AND work.attempt = 1 AND work.releasedAt IS NULL)`,
    },
    `FROM peer_giver giver JOIN peer_round round ON round.id = giver.roundId WHERE ${condition}`,
    values,
  );

/** The tally of somebody who has not been asked. */
export const nothingAsked: FeedbackTally = { asked: 0, given: 0 };
