import { editionRoles, organisationRoles } from '@libretto/domain/first';
import * as z from 'zod/mini';
import { institution } from './institutions';
import { route } from './route';
import { day, emailAddress, id, line, lineOrNone, timeZone } from './shapes';

const password = z.string().check(z.minLength(12), z.maxLength(200));
/** An existing password: its length was checked when it was chosen. */
const presentPassword = z.string().check(z.minLength(1), z.maxLength(200));
/** ISO 639-1. */
const language = z.string().check(z.regex(/^[a-z]{2}$/));

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

export const readMe = route({
  summary: 'Who is signed in',
  method: 'GET',
  path: '/me',
  /** With the key, in hex, that seals what their browsers keep of what they type. */
  reply: z.extend(me, { keptKey: z.string() }),
});

export const changeMe = route({
  summary: 'Change one’s own account',
  method: 'PATCH',
  path: '/me',
  body: z.partial(
    z.object({
      givenName: line(100),
      familyName: lineOrNone(100),
      birthDate: z.nullable(day),
      institutionId: z.nullable(id),
      language,
      timeZone,
    }),
  ),
});

export const register = route({
  summary:
    'Ask for an account: an e-mail with a code lets whoever has the address open it; answers the same whether it has one',
  method: 'POST',
  path: '/accounts',
  body: z.object({ email: emailAddress, givenName: line(100), familyName: lineOrNone(100), language }),
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
  summary:
    'Open an account with the code of the e-mail, which proves the address, and choose its password; the answer sets the cookie',
  method: 'POST',
  path: '/accounts/confirmation',
  body: z.object({ code, password, givenName: line(100), familyName: lineOrNone(100), language, timeZone }),
  refusals: ['accounts.code-not-valid'],
});

export const signIn = route({
  summary: 'Sign in; the answer sets the cookie',
  method: 'POST',
  path: '/sign-in',
  body: z.object({ email: emailAddress, password: presentPassword }),
  refusals: ['accounts.sign-in-failed'],
});

export const signOut = route({ summary: 'Sign out', method: 'DELETE', path: '/sign-in' });

export const forgetPassword = route({
  summary: 'Ask for a mail that allows a new password; answers the same whether the address is known or not',
  method: 'POST',
  path: '/accounts/password-reset',
  body: z.object({ email: emailAddress }),
});

export const resetPassword = route({
  summary: 'Choose a new password with the code of the e-mail; signs out everywhere',
  method: 'PUT',
  path: '/accounts/password',
  body: z.object({ code, password }),
  refusals: ['accounts.code-not-valid'],
});

export const changePassword = route({
  summary: 'Choose another password with the present one; ends every other sign-in',
  method: 'PUT',
  path: '/me/password',
  body: z.object({ present: presentPassword, password }),
  refusals: ['accounts.wrong-password'],
});

export const changeAddress = route({
  summary: 'Ask for another address: it changes once e-mails to the old and to the new one are confirmed',
  method: 'POST',
  path: '/me/address',
  body: z.object({ email: emailAddress, password: presentPassword }),
  refusals: ['accounts.wrong-password', 'accounts.is-own-address', 'accounts.mailed-often'],
});

export const confirmAddressChange = route({
  summary: 'Confirm a change of address with the code of either e-mail',
  method: 'POST',
  path: '/accounts/address-change',
  body: z.object({ code }),
  reply: z.object({ email: z.string(), isDone: z.boolean() }),
  refusals: ['accounts.code-not-valid'],
});

export const deleteAccount = route({
  summary:
    'Delete one’s own account: sign-ins and roles go, what is under way ends; awards and records that have to be kept stay',
  method: 'POST',
  path: '/me/deletion',
  body: z.object({ password: presentPassword }),
  refusals: ['accounts.wrong-password', 'accounts.last-of-role', 'editions.needs-you'],
});
