/** "Thursday 26 November 2026, 14:00–16:00 (Rome)": a span of time by the clocks of a zone, in a language. */
export function wordSpan(language: string, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return `${day.format(startsAt)}, ${time.format(startsAt)}–${time.format(endsAt)} (${place})`;
}
