import { plain, sortNameOf } from '@libretto/domain';
import type { Account } from './account.entity';

type Known = Pick<Account, 'givenName' | 'familyName' | 'email'>;

/** The columns of an account that are derived from others, kept with it whenever a part of them changes. */
export const derivedFrom = (account: Known): Pick<Account, 'foundBy' | 'listedAs'> => ({
  foundBy: foundBy(account),
  listedAs: listedAs(account),
});

/** The folded search text. */
const foundBy = ({ givenName, familyName, email }: Known): string =>
  plain(`${familyName} ${givenName} ${email}`).slice(0, 1000);

/** The folded name. */
const listedAs = (named: Known): string => plain(sortNameOf(named)).slice(0, 200);
