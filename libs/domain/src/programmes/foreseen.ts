import type { ForeseenDraft, ProgrammeDraft } from './draft';
import { type Fault, faultAt } from './fault';
import { longestMonth } from './reachable';

/** Each session that is foreseen lies within the programme's months and ends after it starts. */
export function foreseenSessionsFit({ months, modules }: ProgrammeDraft): Fault[] {
  const lastDay = (months ?? Infinity) * longestMonth;
  return (modules ?? []).flatMap((module, at) =>
    (module?.sessions ?? []).flatMap((session, nth) => {
      const path = ['modules', at, 'sessions', nth];
      const { day = 1, from, to } = session ?? {};
      return [
        ...(day > lastDay ? [faultAt([...path, 'day'], 'programmes.session-after-the-end', { day, lastDay })] : []),
        ...(from && to && to <= from
          ? [faultAt([...path, 'to'], 'programmes.session-ends-first', { start: from, end: to })]
          : []),
      ];
    }),
  );
}

/** The sessions that a module foresees last no longer than its contact minutes. They may be fewer: the rest is planned by hand. */
export function foreseenMinutesFit({ modules }: ProgrammeDraft): Fault[] {
  return (modules ?? []).flatMap((module, at) => {
    const contact = module?.minutes?.contact;
    const planned = (module?.sessions ?? []).reduce((sum, session) => sum + lengthOf(session), 0);
    return contact === undefined || planned <= contact
      ? []
      : [faultAt(['modules', at, 'sessions'], 'programmes.sessions-over-contact', { planned, contact })];
  });
}

function lengthOf({ from, to }: ForeseenDraft = {}): number {
  const minutes = from && to ? minuteOf(to) - minuteOf(from) : 0;
  return Math.max(0, minutes);
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
