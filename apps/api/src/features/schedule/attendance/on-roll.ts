import type { InputOf, markMany } from '@libretto/contracts';
import type { ParticipantsAsked } from '../../places';

type Conditions = Pick<InputOf<typeof markMany>['body'], 'q' | 'marked'>;

/**
 * The participants on a roll whom these conditions select, by name, institution and mark. Somebody who was enrolled after
 * the session began needs no mark, and so is not among those who lack one.
 */
export function onRoll({
  editionId,
  sessionId,
  q,
  marked,
}: Conditions & { editionId: string; sessionId: string }): ParticipantsAsked {
  if (!marked) return { editionId, q };
  const mark = 'SELECT 1 FROM attendance taken WHERE taken.sessionId = :sessionId AND taken.enrolmentId = it.id';
  const needsOne = 'enrolment.enrolledAt <= (SELECT session.startsAt FROM session WHERE session.id = :sessionId)';
  const only = marked === 'none' ? `${needsOne} AND NOT EXISTS (${mark})` : `EXISTS (${mark} AND taken.mark = :marked)`;
  return { editionId, q, only: [only, { sessionId, marked }] };
}
