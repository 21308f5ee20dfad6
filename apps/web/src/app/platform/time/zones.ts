/**
 * The time zones to choose from: the browser's list, UTC, which it leaves out, and the present choice, which may have
 * another name.
 */
export function zonesToChoose(chosen = 'UTC'): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
}
