import { briefAuthors, countrySpreads } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from '../route';
import { created, id, instant, line } from '../shapes';
import {
  briefChoices,
  deadlineView,
  enrolmentIds,
  groupMember,
  inEdition,
  memberWithMinutes,
  ofBrief,
  ofGroup,
} from './shapes';

export const readGroups = route({
  summary: 'List the groups of an edition for one brief with their members, and participants without a group',
  method: 'GET',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  query: ofBrief,
  reply: z.object({
    brief: z.string(),
    briefs: briefChoices,
    groups: z.array(
      z.object({
        id,
        name: z.nullable(z.string()),
        members: z.array(memberWithMinutes),
        /** A group that handed something in can only gain members. */
        handedIn: z.boolean(),
      }),
    ),
    withoutGroup: z.array(groupMember),
    by: z.enum(briefAuthors),
    size: z.object({ least: z.int(), most: z.int() }),
    /** Until when participants choose their groups; `null` if they do not. */
    chosenUntil: z.nullable(instant),
    deadline: deadlineView,
    /** The deadlines of groups and people, the newest first. */
    extensions: z.array(
      z.object({
        id,
        attempt: z.int(),
        group: z.nullable(z.string()),
        person: z.nullable(z.string()),
        until: instant,
        reason: z.nullable(z.string()),
      }),
    ),
    can: z.object({ set: z.boolean(), extendDeadline: z.boolean() }),
  }),
});
export type GroupsView = NonNullable<z.infer<NonNullable<typeof readGroups.reply>>>;

const entering = ['project-work.group-full', 'project-work.other-country'] as const;
const groupBody = z.object({ name: line(80), enrolmentIds });

export const makeGroup = route({
  summary: 'Create a group of participants',
  method: 'POST',
  path: '/editions/:editionId/project-work/groups',
  params: inEdition,
  query: ofBrief,
  body: groupBody,
  reply: created,
  refusals: ['project-work.in-another-group', 'project-work.not-of-this-edition', ...entering],
});

export const changeGroup = route({
  summary: 'Change a group’s name and members; people who join later get the group’s result too',
  method: 'PUT',
  path: '/editions/:editionId/project-work/groups/:groupId',
  params: ofGroup,
  body: groupBody,
  refusals: [
    'project-work.in-another-group',
    'project-work.not-of-this-edition',
    'project-work.member-has-handed-in',
    ...entering,
  ],
});

const moving = ['project-work.in-another-group', 'project-work.member-has-handed-in', ...entering] as const;
/** `null`: none. */
const intoGroup = z.object({ groupId: z.nullable(id) });

export const moveMember = route({
  summary: 'Move a participant to another group, or out of all groups; the group they leave must not have submitted',
  method: 'PUT',
  path: '/editions/:editionId/project-work/members/:enrolmentId',
  params: z.object({ editionId: id, enrolmentId: id }),
  query: ofBrief,
  body: intoGroup,
  refusals: moving,
});

export const drawProjectGroups = route({
  summary: 'Draw groups for the participants without one, at random or by country, within the size that the brief says',
  method: 'POST',
  path: '/editions/:editionId/project-work/groups/draw',
  params: inEdition,
  query: ofBrief,
  body: z.object({
    spread: z.enum(countrySpreads),
    /** The limit of people of one institution in a group; `null` for none. */
    mostOfInstitution: z.nullable(z.int().check(z.minimum(1), z.maximum(30))),
    /** Whether the members of groups that have not submitted are drawn again too. */
    again: z.boolean(),
  }),
  reply: z.object({ groups: z.int(), people: z.int(), left: z.int() }),
  refusals: ['project-work.nobody-to-draw', 'project-work.in-another-group'],
});

export const chooseGroup = route({
  summary: 'Choose one’s own group, or leave it, while the brief lets participants choose',
  method: 'PUT',
  path: '/editions/:editionId/project-work/own-group',
  params: inEdition,
  query: ofBrief,
  body: intoGroup,
  refusals: ['project-work.no-choice', 'project-work.choice-over', ...moving],
});
