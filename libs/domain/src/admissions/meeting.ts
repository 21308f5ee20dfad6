import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';
import { type ApplicationState, isBeforeCommission } from './application';
import type { CommissionMember } from './commission';

/** The states of a meeting. */
export const meetingStates = ['open', 'closed'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Its minutes are made when it closes, so nothing leads back. */
export const meetingProcess: Process<MeetingState> = {
  open: { to: ['closed'] },
  closed: { to: [] },
};

/** Attendance and rulings are recorded in a meeting while it is open. */
export const inMeeting = (state: MeetingState): true | Refusal =>
  state === 'open' || refuse('admissions.meeting-closed');

/** Every member of the commission, even one in conflict: they leave for an item, not for the meeting. */
export const mayAttend = (members: readonly CommissionMember[], accountId: string): boolean =>
  members.some((member) => member.accountId === accountId);

/** The parts of an agenda, in the order in which a meeting goes through them. */
export const agendaParts = ['ready', 'waiting', 'ruled'] as const;
export type AgendaPart = (typeof agendaParts)[number];

/** The part of the agenda in which an application stands, for its chair; `null` if it is not on the agenda. */
export function agendaPart(
  application: { readonly state: ApplicationState; readonly canBeRuled: boolean; readonly ruledIn: string | null },
  meetingId: string,
): AgendaPart | null {
  if (isBeforeCommission(application.state)) return application.canBeRuled ? 'ready' : 'waiting';
  if (application.state === 'returned') return 'waiting';
  return application.state === 'ruled' && application.ruledIn === meetingId ? 'ruled' : null;
}

/** Whether the largest counts of findings or votes are equal, so that the chair decided. */
export function wasLevel(counts: Readonly<Record<string, number>>): boolean {
  const figures = Object.values(counts);
  const most = Math.max(0, ...figures);
  return most > 0 && figures.filter((figure) => figure === most).length > 1;
}
