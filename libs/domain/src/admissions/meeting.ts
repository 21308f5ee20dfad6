import type { Process } from '../process';
import type { CommissionMember } from './commission';

/** Where a meeting of a commission stands. */
export const meetingStates = ['open', 'closed'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Its minutes are made when it closes, so nothing leads back. */
export const meetingProcess: Process<MeetingState> = {
  open: { to: ['closed'] },
  closed: { to: [] },
};

/** Whoever sits in the commission, whatever they are in conflict with: an item is left for the item, not the meeting. */
export const mayAttend = (members: readonly CommissionMember[], accountId: string): boolean =>
  members.some((member) => member.accountId === accountId);
