import type { MeetingProvider as Kind } from '@libretto/domain';

/** The meeting of a session, as its provider knows it. */
export interface Meeting {
  /** The id of the session: the same meeting, however often it is asked for. */
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Somebody who joins. A moderator can mute, admit and end. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly isModerator: boolean;
}

export interface Recording {
  readonly url: string;
  readonly minutes: number;
}

/** Makes meetings on a server of somebody else. Any of its answers may fail: `MeetingUnavailable`. */
export interface MeetingProvider {
  readonly kind: Kind;
  /** A link for this person alone. The meeting is made if it is not there yet. */
  linkFor(meeting: Meeting, attendee: Attendee): Promise<string>;
  /** None where the provider keeps none. */
  recordingsOf(meetingId: string): Promise<Recording[]>;
}

/** The provider did not answer, or not as it should. */
export class MeetingUnavailable extends Error {}
