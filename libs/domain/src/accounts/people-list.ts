import { plain } from '../text';
import { type InvitedRole, invitedRoles } from './invitation';

/** One person of a list, as in its file. */
export interface ListedPerson {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** In the words of the file; empty for the role of the whole list. */
  readonly role: string;
}

export const mostListed = 500;

const headings: Readonly<Record<keyof ListedPerson, readonly string[]>> = {
  email: [
    'email',
    'e mail',
    'mail',
    'e mail address',
    'email address',
    'indirizzo e mail',
    'indirizzo email',
    'indirizzo',
    'posta elettronica',
    'address',
  ],
  givenName: ['given name', 'given names', 'first name', 'forename', 'name', 'nome'],
  familyName: ['family name', 'last name', 'surname', 'cognome'],
  role: ['role', 'ruolo'],
};

const roleWords: Readonly<Record<InvitedRole, readonly string[]>> = {
  coordinator: ['coordinatore', 'coordinatrice', 'coordinamento'],
  registrar: ['responsabile dei titoli', 'responsabile degli attestati', 'segreteria'],
  member: [
    'member of the commission',
    'commission member',
    'membro',
    'membro della commissione',
    'componente',
    'componente della commissione',
    'commissario',
  ],
  chair: ['chair of the commission', 'commission chair', 'presidente', 'presidente della commissione'],
  deputy: ['deputy chair', 'deputy of the chair', 'vice chair', 'vice', 'vicepresidente'],
  tutor: ['tutors', 'docente'],
};

const asWords = (text: string): string => plain(text.replace(/[_\-./:()*]+/g, ' '));

/** The role that a word of a list means. */
export function roleCalled(words: string): InvitedRole | null {
  const sought = asWords(words);
  return invitedRoles.find((role) => role === sought || roleWords[role].includes(sought)) ?? null;
}

export type ListFault = 'empty' | 'no-address-column' | 'too-long';

/** The people of a table whose first row has the headings, in any order. Empty rows are left out. */
export function peopleOfTable(
  table: readonly (readonly string[])[],
): { people: ListedPerson[] } | { fault: ListFault } {
  const [first, ...rows] = table.filter((row) => row.some((cell) => cell.trim()));
  if (!first || !rows.length) return { fault: 'empty' };
  const columnOf = (key: keyof ListedPerson) => first.findIndex((heading) => headings[key].includes(asWords(heading)));
  const columns = {
    email: columnOf('email'),
    givenName: columnOf('givenName'),
    familyName: columnOf('familyName'),
    role: columnOf('role'),
  };
  if (columns.email < 0) return { fault: 'no-address-column' };
  if (rows.length > mostListed) return { fault: 'too-long' };
  const cell = (row: readonly string[], column: number) => row[column]?.trim() ?? '';
  return {
    people: rows.map((row) => ({
      email: cell(row, columns.email),
      givenName: cell(row, columns.givenName),
      familyName: cell(row, columns.familyName),
      role: cell(row, columns.role),
    })),
  };
}

/** The result of inviting somebody of a list. */
export const listVerdicts = ['invite', 'give', 'has-role', 'is-invited', 'invited-often', 'fault'] as const;
export type ListVerdict = (typeof listVerdicts)[number];

export const listedFaults = [
  'no-address',
  'not-an-address',
  'name-too-long',
  'hidden-characters',
  'no-role',
  'no-such-role',
  'no-edition',
  'twice',
  'one-only',
  'takes-part',
  'has-applied',
  'own-deputy',
  'is-closed',
] as const;
export type ListedFault = (typeof listedFaults)[number];
