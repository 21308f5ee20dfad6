const earliest = '1900-01-01';

/** Whether the holder of an account today can be born on a calendar day. */
export const isBirthDate = (day: string, today: string): boolean => day >= earliest && day <= today;
