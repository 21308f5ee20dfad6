import { Platform1795426800000 } from './20261123T0900-platform';
import { Accounts1795428000000 } from './20261123T0920-accounts';

/** Every step of the schema, in order. */
export const migrations = [Platform1795426800000, Accounts1795428000000];
