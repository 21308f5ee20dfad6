import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, line } from '../shapes';
import { deadlineView, enrolmentIds, groupMember, inEdition, ofGroup } from './shapes';

export const readGroups = route({
  summary: 'List the groups of an edition with their members, and participants without a group',
  method: 'GET',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  reply: z.object({
    groups: z.array(
      z.object({
        id,
        name: z.nullable(z.string()),
        members: z.array(groupMember),
        /** A group that handed something in can only gain members. */
        handedIn: z.boolean(),
      }),
    ),
    withoutGroup: z.array(groupMember),
    deadline: deadlineView,
    can: z.object({ set: z.boolean(), extendDeadline: z.boolean() }),
  }),
});
export type GroupsView = NonNullable<z.infer<NonNullable<typeof readGroups.reply>>>;

const groupBody = z.object({ name: line(80), enrolmentIds });

export const makeGroup = route({
  summary: 'Create a group of participants',
  method: 'POST',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  body: groupBody,
  reply: created,
  refusals: ['project-work.in-another-group', 'project-work.not-of-this-edition'],
});

export const changeGroup = route({
  summary: 'Change a group’s name and members; people who join later get the group’s result too',
  method: 'PUT',
  path: '/editions/:editionId/project-work/groups/:groupId',
  params: ofGroup,
  body: groupBody,
  refusals: ['project-work.in-another-group', 'project-work.not-of-this-edition', 'project-work.member-has-handed-in'],
});
