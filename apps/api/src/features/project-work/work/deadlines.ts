import { deadlineOf, laterDay, reopenedAt, type ProjectWorkTerms, type Whose } from '@libretto/domain';
import { made, type Rows, rowsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import type { Brief } from './briefs';
import { ProjectDeadline } from './project-deadline.entity';

/** The deadline of one attempt, and the reason if it is not the usual one. */
export interface Deadline {
  until: Date;
  reason: string | null;
  /** When more time was given last although it had passed. */
  reopenedAt: Date | null;
}

/** The deadlines that a coordinator set in an edition for all briefs. A handful: one per extension and one per further attempt. */
export const deadlineRows = (editionId: string): Rows<DeadlineRow> =>
  made(
    rowsOf(ProjectDeadline, 'WHERE it.editionId = :editionId', { editionId }, { beside: { personsGroup }, by: ['id'] }),
    (row) => ({ ...row, personsGroup: row.personsGroup === null ? null : String(row.personsGroup) }),
  );

/** The group in which the person of a deadline is now. */
const personsGroup = `(SELECT member.groupId FROM group_member member
  WHERE member.enrolmentId = it.enrolmentId AND member.briefId = it.briefId)`;

export type DeadlineRow = ProjectDeadline & { readonly personsGroup: string | null };

type Timed = Pick<EditionCard, 'id' | 'endsOn' | 'timeZone'>;

/** The deadline of each attempt at a brief, of everybody or of somebody: what was set, or else the end of the edition's last day. */
export function deadlinesIn(
  set: readonly DeadlineRow[],
  edition: Timed,
  { id: briefId }: Pick<Brief, 'id'>,
  whose: Whose = {},
): (attempt: number) => Deadline {
  const ofBrief = set.filter((deadline) => deadline.briefId === briefId);
  const usual = endOfDay(edition.endsOn, edition.timeZone);
  return (attempt) => ({
    ...deadlineOf(ofBrief, attempt, usual, whose),
    reopenedAt: reopenedAt(ofBrief, attempt, usual, whose),
  });
}

/** What a brief asks of all its groups, each with its deadlines. */
export const termsOfAll = (set: readonly DeadlineRow[], edition: Timed, brief: Brief): ProjectWorkTerms => ({
  ...brief,
  until: (attempt, groupId) => deadlinesIn(set, edition, brief, { groupId: groupId ?? null })(attempt).until,
});

/** What a brief asks of somebody, with their deadlines. */
export const termsBy = (deadlines: (attempt: number) => Deadline, brief: Brief): ProjectWorkTerms => ({
  ...brief,
  until: (attempt) => deadlines(attempt).until,
  reopened: (attempt) => deadlines(attempt).reopenedAt,
});

/** Until when participants choose their groups; `null` where they do not. */
export const choiceUntil = ({ startsOn, timeZone }: EditionCard, { choice }: Brief): Date | null =>
  choice ? endOfDay(laterDay(startsOn, choice.untilDay - 1), timeZone) : null;

/** The last second of a calendar day in a zone. */
export function endOfDay(day: string, zone: string): Date {
  const nextDay = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  return new Date(nextDay.epochMilliseconds - 1000);
}

/** The attempt at a brief whose deadline runs: the newest one with a deadline of its own, or else the first. */
export const runningAttempt = (set: readonly DeadlineRow[], { id: briefId }: Pick<Brief, 'id'>): number =>
  Math.max(
    1,
    ...set
      .filter((one) => one.briefId === briefId && one.groupId === null && one.enrolmentId === null)
      .map(({ attempt }) => attempt),
  );

/** The deadline of that attempt. */
export const runningDeadline = (set: readonly DeadlineRow[], edition: Timed, brief: Pick<Brief, 'id'>): Deadline =>
  deadlinesIn(set, edition, brief)(runningAttempt(set, brief));
