const domain = 'deleted.invalid';

/** The address of a deleted account: no two have the same, and no mail is sent to it. */
export const nobodysAddress = (accountId: string): string => `${accountId}@${domain}`;

export const isNobodys = (address: string): boolean => address.endsWith(`@${domain}`);
