/** The time zones to choose from: those that the browser lists, UTC, which it leaves out, and the one chosen before under whatever name. */
export function zonesToChoose(chosen = 'UTC'): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
}
