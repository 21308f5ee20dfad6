import type { AttendanceRequestView } from '@libretto/contracts';
import { fileCells, fileIn } from '../../../platform/files/file-store';
import type { AttendanceRequest } from './attendance-request.entity';

/** Joins the document of a request, whose `fileCells` stand beside it. */
export const withFile = 'LEFT JOIN stored_file file ON file.id = it.fileId';

type Row = AttendanceRequest & Record<keyof typeof fileCells, unknown>;

/** A request as both sides see it. */
export const viewOfRequest = (row: Row, nameOf: (accountId: string) => string): AttendanceRequestView => ({
  id: row.id,
  sessionId: row.sessionId,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  words: row.words,
  from: row.from,
  claim: { mark: row.claim, minutesLate: row.minutesLate },
  file: row.fileId === null ? null : fileIn(row.fileId, row),
  askedAt: row.askedAt.toISOString(),
  answer:
    row.answeredAt && row.answeredBy
      ? { reason: row.answer ?? '', by: nameOf(row.answeredBy), at: row.answeredAt.toISOString() }
      : null,
});
