import {
  editionRoles,
  invitationStates,
  invitedRoles,
  listedFaults,
  listVerdicts,
  mostListed,
  organisationRoles,
} from '@libretto/domain';
import * as z from 'zod/mini';
import { institution } from './institutions';
import { type InputOf, type ReplyOf, route } from './route';
import { emailAddress, id, page, pageQuery, searchText, sortBy } from './shapes';

const person = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  institution: z.nullable(institution),
  organisation: z.array(z.enum(organisationRoles)),
  editions: z.array(z.object({ editionId: id, edition: z.string(), role: z.enum(editionRoles) })),
});

/** By family name, which is also the default. */
const peopleSort = sortBy(['name']);
export type PeopleSort = z.infer<typeof peopleSort>;
export const heldRoles = [...organisationRoles, ...editionRoles] as const;

export const readPeople = route({
  summary: 'Everybody who has an account, or whoever has a role, for those who assign roles; by name or address',
  method: 'GET',
  path: '/people',
  query: z.extend(pageQuery, {
    q: searchText,
    editionId: z.optional(id),
    role: z.optional(z.enum(heldRoles)),
    sort: peopleSort,
  }),
  reply: page(person),
});
export type Person = ReplyOf<typeof readPeople>['items'][number];

const invitationsSort = sortBy(['email', 'invited']);
export type InvitationsSort = z.infer<typeof invitationsSort>;

export const readInvitations = route({
  summary:
    'Who was invited to which role, the newest first: all, or those of one edition, in one state, or whose address is searched',
  method: 'GET',
  path: '/people/invitations',
  query: z.extend(pageQuery, {
    q: searchText,
    editionId: z.optional(id),
    state: z.optional(z.enum(invitationStates)),
    sort: invitationsSort,
  }),
  reply: z.extend(
    page(
      z.object({
        id,
        email: z.string(),
        role: z.enum(invitedRoles),
        editionId: z.nullable(id),
        edition: z.nullable(z.string()),
        by: z.nullable(z.string()),
        invitedAt: z.string(),
        expiresAt: z.string(),
        state: z.enum(invitationStates),
      }),
    ),
    {
      /** The number of matches on all pages. */
      found: z.int(),
    },
  ),
});

const cell = (most: number) => z.string().check(z.maxLength(most));
const list = z.object({
  /** The edition of the roles that belong to one. */
  editionId: z.nullable(id),
  /** The role of people whose row names none. */
  role: z.nullable(z.enum(invitedRoles)),
  people: z
    .array(z.object({ email: cell(400), givenName: cell(400), familyName: cell(400), role: cell(200) }))
    .check(z.minLength(1), z.maxLength(mostListed)),
});
/** One person who is invited without a list. */
export const personInvited = z.object({ email: emailAddress });
export type PeopleList = InputOf<typeof checkPeopleList>['body'];

const verdicts = z.array(
  z.object({
    verdict: z.enum(listVerdicts),
    fault: z.nullable(z.enum(listedFaults)),
    role: z.nullable(z.enum(invitedRoles)),
  }),
);

export const checkPeopleList = route({
  summary: 'What inviting the people of a list would come to, row by row; nothing is done',
  method: 'POST',
  path: '/people/list-check',
  body: list,
  reply: z.object({ items: verdicts }),
});

export const invitePeople = route({
  summary:
    'Give the people of a list their roles: who has an account gets it at once, the others are invited by e-mail; rows with faults are left out',
  method: 'POST',
  path: '/people/invitations',
  body: list,
  reply: z.object({ items: verdicts }),
  refusals: ['editions.is-closed'],
});

const invitation = z.object({ invitationId: id });

export const resendInvitation = route({
  summary: 'Send an invitation again: its earlier link stops working',
  method: 'POST',
  path: '/people/invitations/:invitationId/mail',
  params: invitation,
  refusals: ['accounts.invited-often'],
});

export const revokeInvitation = route({
  summary: 'Revoke an invitation that was not accepted yet',
  method: 'DELETE',
  path: '/people/invitations/:invitationId',
  params: invitation,
});
