import { become, type Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** Whom an announcement is for: all participants, one group, or those who are behind. */
export const audiences = ['all', 'group', 'behind'] as const;
export type Audience = (typeof audiences)[number];

/** An announcement waits for its time, and is sent or cancelled for good. */
export const announcementStates = ['scheduled', 'sent', 'cancelled'] as const;
export type AnnouncementState = (typeof announcementStates)[number];
export const announcementProcess: Process<AnnouncementState> = {
  scheduled: { to: ['sent', 'cancelled'] },
  sent: { to: [] },
  cancelled: { to: [] },
};

/** Cancels an announcement that has not been sent. */
export const cancelSending = (state: AnnouncementState): AnnouncementState | Refusal =>
  become(announcementProcess, state, 'cancelled', 'announcements.not-scheduled');

/** The moment at which an announcement goes out: the chosen one, which must be to come, or now. */
export const sendingAt = (chosen: Date | null, now: Date): Date | Refusal => {
  if (!chosen) return now;
  return chosen > now ? chosen : refuse('announcements.time-is-past');
};
