import { type ClockChange, clockChanges, type Span } from '@libretto/domain';

/**
 * The VTIMEZONE of a zone for a span of time. It comes from the same clocks by which typed times became instants: the
 * tables of libraries know each zone's present rule only, and are an hour off where a rule changed, or follows the moon.
 */
export function vtimezone(zone: string, span: Span): string {
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...clockChanges(zone, span).flatMap(observance), 'END:VTIMEZONE'].join(
    '\r\n',
  );
}

function observance({ at, from, to }: ClockChange): string[] {
  const kind = secondsOf(to) > secondsOf(from) ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${at.replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${kind}`,
  ];
}

/** "+05:45" is 20,700. Clocks of a hundred years ago have seconds. */
function secondsOf(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return Number(`${offset[0]}1`) * (hours * 3600 + minutes * 60 + seconds);
}
