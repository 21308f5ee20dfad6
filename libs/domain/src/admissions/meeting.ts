import type { Process } from '../process';
import { type ApplicationState, isBeforeCommission } from './application';
import type { CommissionMember } from './commission';

/** Where a meeting of a commission stands. */
export const meetingStates = ['open', 'closed'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Its minutes are made when it closes, so nothing leads back. */
export const meetingProcess: Process<MeetingState> = {
  open: { to: ['closed'] },
  closed: { to: [] },
};

/** Whoever sits in the commission, whatever they are in conflict with: one leaves for an item, not for the meeting. */
export const mayAttend = (members: readonly CommissionMember[], accountId: string): boolean =>
  members.some((member) => member.accountId === accountId);

/** The parts of an agenda, in the order in which a meeting goes through them. */
export const agendaParts = ['ready', 'waiting', 'ruled'] as const;
export type AgendaPart = (typeof agendaParts)[number];

/** Where an application stands on the agenda of a meeting, for whoever chairs it; `null` where it is not on it. */
export function agendaPart(
  application: { readonly state: ApplicationState; readonly canBeRuled: boolean; readonly ruledIn: string | null },
  meetingId: string,
): AgendaPart | null {
  if (isBeforeCommission(application.state)) return application.canBeRuled ? 'ready' : 'waiting';
  if (application.state === 'returned') return 'waiting';
  return application.state === 'ruled' && application.ruledIn === meetingId ? 'ruled' : null;
}

/** Whether the most said findings or votes are level, so that what was decided was decided by the chair. */
export function wasLevel(counts: Readonly<Record<string, number>>): boolean {
  const figures = Object.values(counts);
  const most = Math.max(0, ...figures);
  return most > 0 && figures.filter((figure) => figure === most).length > 1;
}
