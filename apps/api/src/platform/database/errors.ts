interface DriverError {
  code?: string;
  message?: string;
  /** SQLite's own error code, with details above the lowest byte. */
  errcode?: number;
}

const driverErrorOf = (error: unknown) =>
  ((error as { driverError?: DriverError }).driverError ?? error) as DriverError;

/** Whether the database refused a row because another one has the same key. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  return (
    code === 'ER_DUP_ENTRY' || (code?.startsWith('ERR_SQLITE') === true && /UNIQUE constraint/.test(message ?? ''))
  );
}

/** Whether the database refused to delete a row because another one refers to it. */
export function isStillReferredTo(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  return (
    code === 'ER_ROW_IS_REFERENCED_2' ||
    (code?.startsWith('ERR_SQLITE') === true && /FOREIGN KEY constraint/.test(message ?? ''))
  );
}

/**
 * Whether another attempt of the whole transaction may succeed: after a deadlock, or when a writer blocked it too long.
 */
export function isWorthRetrying(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  return (
    code === 'ER_LOCK_DEADLOCK' ||
    code === 'ER_LOCK_WAIT_TIMEOUT' ||
    (code?.startsWith('ERR_SQLITE') === true && /database is locked/.test(message ?? ''))
  );
}

/** Full disks and quotas of the file system, SQLite's `FULL`, and MariaDB's codes for its tables. */
const outOfSpace = ['ENOSPC', 'EDQUOT', 'EFBIG', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL'];
const sqliteFull = 13;

/** Whether there was no space left. */
export function isOutOfSpace(error: unknown): boolean {
  const { code = '', errcode = 0 } = driverErrorOf(error);
  return outOfSpace.includes(code) || (errcode & 0xff) === sqliteFull;
}

const unreachable = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_NORMAL_SHUTDOWN',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_SERVER_SHUTDOWN',
];
/** SQLite's READONLY, IOERR, CORRUPT, CANTOPEN and NOTADB. */
const sqliteBroken = [8, 10, 11, 14, 26];

/** Whether the database is down or broken, so that no other request could succeed. */
export function isUnreachable(error: unknown): boolean {
  const { code = '', errcode = 0 } = driverErrorOf(error);
  return unreachable.includes(code) || sqliteBroken.includes(errcode & 0xff);
}
