import type { EditionRole } from '@libretto/domain';

/** Somebody registered, and the address waits to be confirmed. */
export class AccountRegistered {
  constructor(readonly accountId: string) {}
}

/** Somebody asked for a new password. */
export class PasswordForgotten {
  constructor(readonly accountId: string) {}
}

/** Somebody’s name, address or institution is another than before. */
export class AccountChanged {
  constructor(readonly accountId: string) {}
}

/** Somebody was given a role in an edition. */
export class RoleGranted {
  constructor(
    readonly accountId: string,
    readonly editionId: string,
    readonly role: EditionRole,
  ) {}
}
