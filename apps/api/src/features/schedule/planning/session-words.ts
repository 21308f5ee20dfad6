import type { Say } from '@libretto/language';
import { wordSpan } from '../../../platform/language/word-moment';
import type { PersonCard } from '../../accounts';
import type { EditionCard } from '../../editions';
import { moduleTitle } from '../timetable/module-title';
import type { SessionWithRoom } from '../timetable/session-rows';

/** A session as mails word it for one person. */
export interface SessionWords {
  readonly givenName: string;
  readonly title: string;
  readonly module: string;
  /** By the clocks of the session. */
  readonly when: string;
  /** By the person's own clocks, where they show another time; otherwise empty. */
  readonly ownTime: string;
  /** Empty where it has no room. */
  readonly room: string;
  readonly hasLink: boolean;
  readonly editionId: string;
}

export const sampleOfSession: SessionWords = {
  givenName: 'Ana',
  title: 'National groups at work',
  module: 'Challenges and next steps',
  when: 'Thursday 3 December 2026, 14:00–17:00 (Rome)',
  ownTime: 'Thursday 3 December 2026, 13:00–16:00 (Lisbon)',
  room: 'Aula 2, CIMEA, Viale Ventuno Aprile 36, 00162 Roma',
  hasLink: false,
  editionId: '0',
};

export const sessionWords = (
  person: PersonCard,
  { room, ...session }: SessionWithRoom,
  { id, definition }: EditionCard,
): SessionWords => ({
  givenName: person.givenName,
  title: session.title,
  module: moduleTitle(definition, session.moduleNumber, person.language),
  when: wordSpan(session, { language: person.language, timeZone: session.zone }),
  ownTime: session.zone === person.timeZone ? '' : wordSpan(session, person),
  room: room ? `${room.name}, ${room.venue}, ${room.address}` : '',
  hasLink: session.joinUrl !== null || session.meeting !== null,
  editionId: id,
});

/** The paragraphs that say where it takes place, and when by the reader's clocks. */
export const wordPlace = (say: Say, { ownTime, room, hasLink }: Pick<SessionWords, 'ownTime' | 'room' | 'hasLink'>) => [
  ...(ownTime ? [say('schedule.mail.own-time', { ownTime })] : []),
  ...(room ? [say('schedule.mail.in-room', { room })] : []),
  ...(hasLink ? [say(room ? 'schedule.mail.also-online' : 'schedule.mail.online')] : []),
];
