import { editionRoles, organisationRoles } from '@libretto/domain';
import * as z from 'zod/mini';
import { route } from './route';
import { day, id, line, page, timeZone } from './shapes';

const email = z.email().check(z.trim(), z.maxLength(320), z.toLowerCase());
const password = z.string().check(z.minLength(12), z.maxLength(200));
/** ISO 639-1. */
const language = z.string().check(z.regex(/^[a-z]{2}$/));

export const institution = z.object({ id, name: z.string(), country: z.string() });
export type Institution = z.infer<typeof institution>;

export const me = z.object({
  accountId: id,
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.nullable(z.string()),
  institution: z.nullable(institution),
  language: z.string(),
  timeZone: z.string(),
  organisation: z.array(z.enum(organisationRoles)),
  editions: z.array(z.object({ editionId: id, role: z.enum(editionRoles) })),
});
export type Me = z.infer<typeof me>;

export const readMe = route({ summary: 'Who is signed in', method: 'GET', path: '/me', reply: me });

export const changeMe = route({
  summary: 'Change one’s own account',
  method: 'PATCH',
  path: '/me',
  body: z.partial(
    z.object({
      givenName: line(100),
      familyName: line(100),
      birthDate: z.nullable(day),
      institutionId: z.nullable(id),
      language,
      timeZone,
    }),
  ),
});

const person = { givenName: line(100), familyName: line(100), language, timeZone };

export const register = route({
  summary: 'Ask for an account: an e-mail with a code lets whoever has the address open it; answers the same whether it has one',
  method: 'POST',
  path: '/accounts',
  body: z.object({ email, ...person }),
});

const code = line(100);

export const readCode = route({
  summary: 'What the form begins with that opens an account, for whoever has the code of the e-mail',
  method: 'POST',
  path: '/accounts/code',
  body: z.object({ code }),
  reply: z.object({ email: z.string(), givenName: z.string(), familyName: z.string() }),
  refusals: ['accounts.code-not-valid'],
});

export const openAccount = route({
  summary: 'Open an account with the code of the e-mail, which proves the address, and choose its password; the answer sets the cookie',
  method: 'POST',
  path: '/accounts/confirmation',
  body: z.object({ code, password, ...person }),
  refusals: ['accounts.code-not-valid'],
});

export const signIn = route({
  summary: 'Sign in; the answer sets the cookie',
  method: 'POST',
  path: '/sign-in',
  body: z.object({ email, password: z.string().check(z.maxLength(200)) }),
  refusals: ['accounts.sign-in-failed'],
});

export const signOut = route({ summary: 'Sign out', method: 'DELETE', path: '/sign-in' });

export const forgetPassword = route({
  summary: 'Ask for a mail that allows a new password; answers the same whether the address is known or not',
  method: 'POST',
  path: '/accounts/password-reset',
  body: z.object({ email }),
});

export const resetPassword = route({
  summary: 'Choose a new password with the code of the e-mail; signs out everywhere',
  method: 'PUT',
  path: '/accounts/password',
  body: z.object({ code, password }),
  refusals: ['accounts.code-not-valid'],
});

export const searchInstitutions = route({
  summary: 'Institutions whose name contains a text',
  method: 'GET',
  path: '/institutions',
  query: z.object({ name: z._default(z.string().check(z.maxLength(100)), ''), after: z.optional(id) }),
  reply: page(institution),
});

const personFound = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  institution: z.nullable(institution),
});

export const searchPeople = route({
  summary: 'People whose name or address begins with a text, for those who assign roles',
  method: 'GET',
  path: '/people',
  query: z.object({ text: line(100) }),
  reply: z.object({ items: z.array(personFound) }),
});
