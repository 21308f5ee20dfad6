import { newId } from '../../../platform/database/new-id';
import type { AttendanceRequest } from './attendance-request.entity';

/** An open request to be excused for illness. Name its session and its person. */
export function anAttendanceRequest(
  values: Partial<AttendanceRequest> & Pick<AttendanceRequest, 'sessionId' | 'enrolmentId'>,
): AttendanceRequest {
  return {
    ...{ id: newId(), kind: 'excuse', state: 'open', openKey: `${values.sessionId} ${values.enrolmentId}` },
    ...{ reason: 'illness', words: '', from: null, claim: 'excused', minutesLate: 0, fileId: null },
    ...{ askedAt: new Date('2026-11-26T08:00:00Z'), answeredBy: null, answeredAt: null, answer: null },
    ...values,
  };
}
