import { overlap, type Span } from './session';

/** A session of some edition. Without tutors of its own any tutor of its edition may be needed. */
export interface Engagement extends Span {
  readonly id: string;
  readonly title: string;
  readonly editionId: string;
  readonly tutorIds: readonly string[];
}

/** A role in another edition of somebody who has one in this. */
export interface RoleElsewhere {
  readonly accountId: string;
  readonly editionId: string;
  /** The role in this edition, and the one there. */
  readonly here: 'tutor' | 'participant';
  readonly there: 'tutor' | 'participant';
}

/** The people of an edition, as far as they can be in two places at once. */
export interface People {
  readonly tutorIds: readonly string[];
  readonly elsewhere: readonly RoleElsewhere[];
}

export interface Clashes {
  /** Sessions at the same time: those of the same edition, and others that its tutors have too, with these tutors. */
  readonly sessions: readonly { readonly title: string; readonly tutorIds: readonly string[] }[];
  /** The participants who have a session of another edition then, each counted once. */
  readonly participants: number;
}

/** Who would have to be in two places at once for a session. Clashes keep nothing from being planned. */
export function clashesOf(session: Engagement, engagements: readonly Engagement[], people: People): Clashes {
  const atOnce = engagements.filter((other) => other.id !== session.id && overlap(session, other));
  const needed = session.tutorIds.length ? session.tutorIds : people.tutorIds;
  const sessions = atOnce.flatMap((other) => {
    const isOwn = other.editionId === session.editionId;
    const busy = isOwn ? (other.tutorIds.length ? other.tutorIds : people.tutorIds) : busyAt(other, 'tutor', people);
    const tutorIds = needed.filter((tutor) => busy.includes(tutor));
    return isOwn || tutorIds.length ? [{ title: other.title, tutorIds }] : [];
  });
  const participants = new Set(atOnce.flatMap((other) => busyAt(other, 'participant', people)));
  return { sessions, participants: participants.size };
}

/** The people with this role here who are needed at a session of another edition. */
const busyAt = (other: Engagement, here: RoleElsewhere['here'], { elsewhere }: People): string[] =>
  elsewhere
    .filter((one) => one.editionId === other.editionId && one.here === here)
    .filter(({ accountId, there }) => there === 'participant' || isNeeded(accountId, other))
    .map(({ accountId }) => accountId);

const isNeeded = (tutorId: string, { tutorIds }: Engagement) => !tutorIds.length || tutorIds.includes(tutorId);
