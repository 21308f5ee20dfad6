import { id } from '@libretto/contracts';
import { type InvitedRole, invitedRoles } from '@libretto/domain';
import * as z from 'zod/mini';
import { job, on } from '../../../platform/jobs/job';
import { OrganisationRoleGranted, RoleGranted } from '../../accounts';

const isGiven = (role: string): role is InvitedRole => (invitedRoles as readonly string[]).includes(role);

/** Tells somebody that they were given a role. Participants learn of their place instead. */
export const mailRole = job({
  name: 'people.mail-role',
  payload: z.object({ accountId: id, role: z.enum(invitedRoles), editionId: z.nullable(id) }),
  on: [
    on(RoleGranted, ({ accountId, editionId, role }) => (isGiven(role) ? [{ accountId, editionId, role }] : [])),
    on(OrganisationRoleGranted, ({ accountId, role }) => [{ accountId, role, editionId: null }]),
  ],
});
