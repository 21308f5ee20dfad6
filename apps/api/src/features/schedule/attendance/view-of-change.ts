import type { Roll } from '@libretto/contracts';
import type { AttendanceChange } from './attendance-change.entity';

/** A correction as tutors and the participant see it. */
export const viewOfChange = (
  { from, to, reason, byAccountId, at }: AttendanceChange,
  nameOf: (accountId: string) => string,
): Roll['people'][number]['changes'][number] => ({ from, to, reason, by: nameOf(byAccountId), at: at.toISOString() });
