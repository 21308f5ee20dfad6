/** A text as a part of a pattern, where it means nothing but itself: `LIKE :part ESCAPE '!'`. To neither database the sign means anything else. */
export const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');
