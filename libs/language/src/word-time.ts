/** "Thursday, 26 November 2026" for a calendar day (`2026-11-26`) or, in a zone, for an instant. */
export function wordDay(language: string, at: string | Date, zone: string): string {
  const isDay = typeof at === 'string' && at.length === 10;
  return format(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: isDay ? 'UTC' : zone,
  }).format(new Date(at));
}

/** "14:00" on the clocks of a zone. */
export function wordTime(language: string, at: string | Date, zone: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    new Date(at),
  );
}

/** "Rome" for `Europe/Rome`: the everyday name of a zone. */
export function wordZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/**
 * "Wednesday, 16 December 2026, 23:59 (Rome)": a moment in a zone, with the zone's name. Every deadline is worded like
 * this, on screens, in mails and in documents; an edition's deadlines are always in the edition's zone, so that
 * everybody reads the same.
 */
export function wordMoment(language: string, at: string | Date, zone: string): string {
  return `${wordDay(language, at, zone)}, ${wordTime(language, at, zone)} (${wordZone(zone)})`;
}

/** The date style `day` of a sentence: `{firstDay, date, day}`. */
export class DayFormat extends Intl.DateTimeFormat {
  constructor(private readonly language: string) {
    super(language);
  }

  override format(day: unknown): string {
    return wordDay(this.language, String(day), 'UTC');
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  // English as Europe writes its dates: the day before the month.
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  formats.set(key, made);
  return made;
}
