import { signedIn } from '@libretto/domain';

/** People reach only their own data: command and queries check whose copy it is. */
export const mayReadOwnData = signedIn;
