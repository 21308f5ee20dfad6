import type { AssignedRole } from '@libretto/domain';

/** An edition is over for good; a listener with work left in it may refuse. */
export class EditionClosed {
  constructor(readonly editionId: string) {}
}

/** An edition runs another version of its programme from now on: its requirements may differ. */
export class EditionMoved {
  constructor(readonly editionId: string) {}
}

/** Somebody is to get a role in an edition; a listener with a reason against it refuses. */
export class RoleProposed {
  constructor(
    readonly accountId: string,
    readonly editionId: string,
    readonly role: AssignedRole,
  ) {}
}

/** An edition's dates, name or capacity have changed. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}

/** An edition was planned like another one, these days later: listeners copy what they keep about it. */
export class EditionCopied {
  constructor(
    readonly originalId: string,
    readonly copyId: string,
    readonly days: number,
    readonly byAccountId: string,
  ) {}
}
