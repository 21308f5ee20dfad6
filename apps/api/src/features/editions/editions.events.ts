import type { AssignedRole } from '@libretto/domain';

/** An edition is over for good; whoever still has work in it may refuse that. */
export class EditionClosed {
  constructor(readonly editionId: string) {}
}

/** An edition runs another version of its programme from now on: what its participants need may be another thing. */
export class EditionMoved {
  constructor(readonly editionId: string) {}
}

/** Somebody is to get a role in an edition; whoever knows what speaks against it refuses. */
export class RoleProposed {
  constructor(
    readonly accountId: string,
    readonly editionId: string,
    readonly role: AssignedRole,
  ) {}
}

/** An edition's dates, name or capacity are others than before. */
export class EditionChanged {
  constructor(readonly editionId: string) {}
}
