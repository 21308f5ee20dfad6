import { type EditionRole, type OrganisationRole, organisationRoles } from './actor';

/** The roles that a coordinator gives in an edition. Participants get theirs by accepting a place. */
export const assignedRoles = ['member', 'chair', 'deputy', 'tutor'] as const satisfies readonly EditionRole[];
export type AssignedRole = (typeof assignedRoles)[number];

/** The roles to which people are invited. */
export const invitedRoles = [...organisationRoles, ...assignedRoles] as const;
export type InvitedRole = (typeof invitedRoles)[number];

export const isOrganisationRole = (role: InvitedRole): role is OrganisationRole =>
  (organisationRoles as readonly string[]).includes(role);

/** The end of an invitation: its role was taken, it was revoked, or the role could not be given any more. */
export type InvitationOutcome = 'accepted' | 'revoked' | 'refused';

export const invitationStates = ['open', 'expired', 'accepted', 'revoked', 'refused'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** The state of an invitation. */
export function invitationState(
  { outcome, expiresAt }: { outcome: InvitationOutcome | null; expiresAt: Date },
  now: Date,
): InvitationState {
  return outcome ?? (now < expiresAt ? 'open' : 'expired');
}
