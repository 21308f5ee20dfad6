import { newId } from '../../../platform/database/new-id';
import { derivedFrom } from './found-by';
import type { Account } from './account.entity';

/** The language of its headings. */
export function anAccount(values: Partial<Account> = {}): Account {
  const id = values.id ?? newId();
  const account = {
    id,
    // A domain of its own: colleagues by their domain would be in conflict. Short, since a mail folds lines from 76
    // letters.
    email: `${id.slice(-12)}@${id}.example`,
    passwordHash: 'none',
    givenName: 'Ana',
    familyName: 'Kovač',
    birthDate: '1988-04-12',
    institutionId: null,
    language: 'en',
    timeZone: 'Europe/Rome',
    registeredAt: new Date('2026-09-01T08:00:00Z'),
    deletedAt: null,
    ...values,
  };
  return { ...account, ...derivedFrom(account) };
}
