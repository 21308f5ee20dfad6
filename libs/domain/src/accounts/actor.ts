/** Roles in the organisation, for all editions. */
export const organisationRoles = ['coordinator', 'registrar'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** Roles in one edition. The deputy acts as the chair if the chair is in conflict. */
export const editionRoles = ['participant', 'member', 'chair', 'deputy', 'tutor'] as const;
export type EditionRole = (typeof editionRoles)[number];

/** The signed-in person, with their roles. */
export interface Actor {
  readonly accountId: string;
  readonly organisation: readonly OrganisationRole[];
  readonly editions: readonly { readonly editionId: string; readonly role: EditionRole }[];
}

/** The place of an action, from its address. */
export interface Place {
  readonly editionId?: string | undefined;
}

/** The one form of every policy: whether an actor may. `null` is a visitor who is not signed in. */
export type Policy = (actor: Actor | null, at: Place) => boolean;

/** A policy that lets in no visitor: behind it there is always an actor. */
export interface SignedInPolicy extends Policy {
  readonly needsSignIn: true;
}

export const anyone: Policy = () => true;

export const signedIn = whereSignedIn(() => true);

/** Holds one of these roles in the organisation. */
export const inOrganisation = (...roles: OrganisationRole[]) =>
  whereSignedIn((actor) => roles.some((role) => actor.organisation.includes(role)));

/** Holds one of these roles in the edition that the address names. */
export const inEdition = (...roles: EditionRole[]) =>
  whereSignedIn((actor, at) =>
    actor.editions.some(({ editionId, role }) => editionId === at.editionId && roles.includes(role)),
  );

/** Meets at least one of these policies. */
export const anyOf = (...policies: SignedInPolicy[]) =>
  whereSignedIn((actor, at) => policies.some((policy) => policy(actor, at)));

function whereSignedIn(allows: (actor: Actor, at: Place) => boolean): SignedInPolicy {
  const policy: Policy = (actor, at) => actor !== null && allows(actor, at);
  return Object.assign(policy, { needsSignIn: true } as const);
}
