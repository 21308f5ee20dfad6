import type { AttendanceMark } from '@libretto/domain';
import type { Tone } from '../../ui/status';

export const toneOf: Readonly<Record<AttendanceMark, Tone>> = {
  present: 'good',
  late: 'wait',
  excused: 'wait',
  absent: 'bad',
};
