import { plain } from '@libretto/domain';
import type { Account } from './account.entity';

type Known = Pick<Account, 'givenName' | 'familyName' | 'email'>;

/** The folded search text, kept with the account whenever a part of it changes. Lists are sorted by it as well. */
export const foundBy = ({ givenName, familyName, email }: Known): string =>
  plain(`${familyName} ${givenName} ${email}`).slice(0, 1000);
