/** How long before a session its people are reminded, in hours. */
export const reminderHours = { day: 24, hour: 1 } as const;
export type Reminder = keyof typeof reminderHours;

/** The reminders of a session that are still to come, with their moments. A session that is planned late has fewer. */
export function remindersToCome(startsAt: Date, now: Date): { readonly reminder: Reminder; readonly at: Date }[] {
  return (Object.entries(reminderHours) as [Reminder, number][])
    .map(([reminder, hours]) => ({ reminder, at: new Date(startsAt.getTime() - hours * 3_600_000) }))
    .filter(({ at }) => at > now);
}
