/** "12 h 30 min" for 750: hours are kept in minutes everywhere, and their signs are the same in every language. */
export function wordMinutes(language: string, minutes: number): string {
  const number = new Intl.NumberFormat(language);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const said = [hours || !rest ? `${number.format(hours)}\u00a0h` : '', rest ? `${rest}\u00a0min` : ''];
  return (minutes < 0 ? '−' : '') + said.filter(Boolean).join(' ');
}

/** The number style `minutes` of a sentence: `{left, number, minutes}`. */
export class MinutesFormat extends Intl.NumberFormat {
  constructor(private readonly language: string) {
    super(language);
  }

  override format(value: number | bigint | string): string {
    return wordMinutes(this.language, Number(value));
  }
}
