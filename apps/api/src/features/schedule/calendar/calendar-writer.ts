import { joinLinkOpensMinutesBefore, zonedAt } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Config } from '../../../platform/config/config';
import { Languages } from '../../../platform/language/languages';
import type { EditionCard } from '../../editions';
import { moduleTitle } from '../timetable/module-title';
import type { SessionWithRoom } from '../timetable/session-rows';
import { vtimezone } from './vtimezone';

/** A session with what its calendar entry says about it. */
export interface Entry {
  readonly session: SessionWithRoom;
  readonly edition: Pick<EditionCard, 'id' | 'name' | 'definition'>;
}

/** What a mail asks a calendar to do with its one entry, and whom. */
interface Request {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly to: { readonly name: string; readonly email: string };
}

/** Where people meet, an hour is enough to set out; online, the link is open when the alarm rings. */
const alarmMinutes = { 'in-presence': 60, online: joinLinkOpensMinutesBefore };
const secondsBetweenReads = 3600;

/**
 * Writes sessions as RFC 5545 has them. A session keeps its UID for good, and its SEQUENCE grows with each change. The
 * link of a meeting is never in it: the entry leads to the page that shows it in time.
 */
@Injectable()
export class CalendarWriter {
  constructor(
    private readonly config: Config,
    private readonly languages: Languages,
  ) {}

  /** All of a person's sessions, for a program that reads them again and again. */
  feed(language: string, entries: readonly Entry[]): string {
    const calendar = this.calendar(language, entries).ttl(secondsBetweenReads);
    return calendar.name(this.languages.in(language)('schedule.calendar.name')).toString();
  }

  /** One session, to open in a calendar. */
  session(language: string, entry: Entry): string {
    return this.calendar(language, [entry]).method(ICalCalendarMethod.PUBLISH).toString();
  }

  /** One session, for a mail that tells of its change. */
  request(language: string, entry: Entry, { method, to }: Request): string {
    const calendar = this.calendar(language, [entry]).method(ICalCalendarMethod[method]);
    const [event] = calendar.events();
    event?.organizer({ name: 'Libretto', email: addressIn(this.config.mailFrom) });
    event?.createAttendee({
      name: to.name,
      email: to.email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
    return calendar.toString();
  }

  private calendar(language: string, entries: readonly Entry[]): ICalCalendar {
    const byZone = Map.groupBy(entries, ({ session }) => session.zone);
    return new ICalCalendar({
      prodId: { company: 'Libretto', product: 'Libretto', language },
      timezone: {
        name: null,
        generator: (zone) => vtimezone(zone, spanOf(byZone.get(zone) ?? [])),
      },
      events: entries.map((entry) => this.event(language, entry)),
    });
  }

  private event(language: string, { session, edition }: Entry): ICalEventData {
    const say = this.languages.in(language);
    const { id, title, zone, mode, room, joinUrl, meeting, sequence, changedAt, cancelledBecause: reason } = session;
    const isCancelled = session.state === 'cancelled';
    const url = `${this.config.publicUrl}/editions/${edition.id}/sessions`;
    const about = [
      say('schedule.calendar.module', {
        number: session.moduleNumber,
        title: moduleTitle(edition.definition, session.moduleNumber, language),
      }),
      edition.name,
      ...(reason ? [say('schedule.cancelled-because', { reason })] : []),
      say((joinUrl ?? meeting) && !isCancelled ? 'schedule.calendar.join' : 'schedule.calendar.page', { url }),
    ];
    return {
      id,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      // With the zone's own clocks: the library takes a plain date by those of the process.
      start: zonedAt(session.startsAt, zone),
      end: zonedAt(session.endsAt, zone),
      timezone: zone,
      summary: isCancelled ? say('schedule.calendar.cancelled', { title }) : title,
      location: room ? [room.name, room.venue, room.address].join(', ') : say('schedule.calendar.online'),
      description: about.join('\n'),
      url,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      alarms: isCancelled ? [] : [{ type: ICalAlarmType.display, trigger: alarmMinutes[mode] * 60 }],
    };
  }
}

/** From the first start to the last end. */
const spanOf = (entries: readonly Entry[]) => ({
  startsAt: new Date(Math.min(...entries.map(({ session }) => session.startsAt.getTime()))),
  endsAt: new Date(Math.max(...entries.map(({ session }) => session.endsAt.getTime()))),
});

/** The address in `Libretto <courses@libretto.example>`. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
