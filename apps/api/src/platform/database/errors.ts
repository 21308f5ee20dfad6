interface DriverError {
  code?: string;
  message?: string;
}

const driverErrorOf = (error: unknown) => ((error as { driverError?: DriverError }).driverError ?? error) as DriverError;

/** Whether the database refused a row because another one has the same key. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  return code === 'ER_DUP_ENTRY' || (code?.startsWith('ERR_SQLITE') === true && /UNIQUE constraint/.test(message ?? ''));
}

/** Whether trying the whole transaction again may succeed: a deadlock, or a writer that was in the way too long. */
export function isWorthRetrying(error: unknown): boolean {
  const { code, message } = driverErrorOf(error);
  return (
    code === 'ER_LOCK_DEADLOCK' ||
    code === 'ER_LOCK_WAIT_TIMEOUT' ||
    (code?.startsWith('ERR_SQLITE') === true && /database is locked/.test(message ?? ''))
  );
}
