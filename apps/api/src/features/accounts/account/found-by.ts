import { plain } from '@libretto/domain';
import type { Account } from './account.entity';

type Known = Pick<Account, 'givenName' | 'familyName' | 'email'>;

/** What a search looks at: kept with the account whenever a part of it changes. It is the order of lists as well. */
export const foundBy = ({ givenName, familyName, email }: Known): string =>
  plain(`${familyName} ${givenName} ${email}`).slice(0, 1000);
