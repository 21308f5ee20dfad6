import type { EditionRole, OrganisationRole } from '@libretto/domain';

/** Somebody asked for a code that proves an address. A later request for the same voids it. */
export class CodeAskedFor {
  constructor(
    readonly codeId: string,
    readonly serial: string,
  ) {}
}

/** An address was proven and has an account from now on: a new one, or one that moved to it. */
export class AddressProven {
  constructor(readonly accountId: string) {}
}

/** Somebody's name, address or institution has changed. */
export class AccountChanged {
  constructor(readonly accountId: string) {}
}

/** Somebody deletes their account: listeners end what is under way for that person, or refuse. */
export class AccountLeaves {
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

/** A role in an edition was taken from somebody. An account that is deleted takes its roles along (`AccountLeaves`). */
export class RoleRevoked {
  constructor(
    readonly accountId: string,
    readonly editionId: string,
    readonly role: EditionRole,
  ) {}
}

/** Somebody was given a role in the organisation. */
export class OrganisationRoleGranted {
  constructor(
    readonly accountId: string,
    readonly role: OrganisationRole,
  ) {}
}

/** Somebody proposed an institution, and it waits for a coordinator. */
export class InstitutionProposed {
  constructor(readonly institutionId: string) {}
}

/**
 * Records that counted for one institution count for another one or another country from now on: it was merged, or its
 * country was corrected.
 */
export class InstitutionMoved {
  constructor(
    readonly fromId: string,
    readonly intoId: string,
    readonly country: string,
  ) {}
}
