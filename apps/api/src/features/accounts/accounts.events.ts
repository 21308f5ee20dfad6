/** Somebody registered, and the address waits to be confirmed. */
export class AccountRegistered {
  constructor(readonly accountId: string) {}
}

/** Somebody asked for a new password. */
export class PasswordForgotten {
  constructor(readonly accountId: string) {}
}
