import type { InputOf, joinMeeting, listRecordings, ReplyOf } from '@libretto/contracts';
import { type Actor, joinLinkOpensMinutesBefore, joinWindow, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { ProcessLog } from '../../../platform/log/process-log';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { mayPlanSessions } from '../schedule.policy';
import type { SessionWithRoom } from '../timetable/session-rows';
import { Timetable } from '../timetable/timetable';
import { MeetingUnavailable } from './meeting-provider';
import { MeetingProviders } from './meeting-providers';

/** Opens the meeting of a session to somebody. Whoever comes first makes it; of the links nothing is kept. */
@Injectable()
export class JoinMeeting {
  constructor(
    private readonly clock: Clock,
    private readonly logs: ProcessLog,
    private readonly people: PeopleDirectory,
    private readonly providers: MeetingProviders,
    private readonly timetable: Timetable,
  ) {}

  /**
   * Refusals: schedule.no-meeting, schedule.meeting-not-yet, schedule.meeting-over, schedule.meeting-unavailable,
   * schedule.session-cancelled.
   */
  async run(actor: Actor, { params }: InputOf<typeof joinMeeting>): Promise<ReplyOf<typeof joinMeeting>> {
    const { editionId, sessionId } = params;
    const session = await this.sessionIn(editionId, sessionId);
    const provider = session.meeting && this.providers.of(session.meeting);
    if (!provider) throw new Refused(refuse('schedule.no-meeting'));
    if (session.state === 'cancelled') throw new Refused(refuse('schedule.session-cancelled'));
    const window = joinWindow(session, this.clock.now());
    if (window === 'not-yet')
      throw new Refused(refuse('schedule.meeting-not-yet', { minutes: joinLinkOpensMinutesBefore }));
    if (window === 'over') throw new Refused(refuse('schedule.meeting-over'));
    const person = (await this.people.byIds([actor.accountId])).get(actor.accountId);
    const isModerator = mayPlanSessions(actor, { editionId });
    const attendee = { id: actor.accountId, name: person?.name ?? '', isModerator };
    return { url: await this.orUnavailable(provider.linkFor(session, attendee)) };
  }

  /** Refusals: schedule.meeting-unavailable. */
  async recordings({ params }: InputOf<typeof listRecordings>): Promise<ReplyOf<typeof listRecordings>> {
    const { meeting, id, endsAt } = await this.sessionIn(params.editionId, params.sessionId);
    const provider = meeting && this.providers.of(meeting);
    if (!provider || endsAt > this.clock.now()) return { recordings: [] };
    return { recordings: await this.orUnavailable(provider.recordingsOf(id)) };
  }

  private async sessionIn(editionId: string, sessionId: string): Promise<SessionWithRoom> {
    const session = await this.timetable.session(sessionId);
    if (session?.editionId !== editionId) throw notFound();
    return session;
  }

  private async orUnavailable<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof MeetingUnavailable)) throw error;
      this.logs.log.warn({ err: error }, 'meeting unavailable');
      throw new Refused(refuse('schedule.meeting-unavailable'));
    }
  }
}
