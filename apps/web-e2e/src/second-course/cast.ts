import type { Person } from '../harness';
import type { Newcomer } from '../whole-way/person';

/** Somebody who works for the course, without an account when it begins. */
interface Colleague {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** The role's name on the list of invitations. */
  readonly role: string;
}

export const password = 'a sentence to remember';

export const coordinator: Colleague = {
  givenName: 'Chiara',
  familyName: 'Conti',
  email: 'chiara@centre.example',
  role: 'Coordinator',
};

/** Everybody whom the coordinator invites. */
export const colleagues = {
  chair: { givenName: 'Paolo', familyName: 'Presti', email: 'paolo@centre.example', role: 'Commission chair' },
  deputy: { givenName: 'Dora', familyName: 'Dini', email: 'dora@university.example', role: 'Deputy chair' },
  member: { givenName: 'Mia', familyName: 'Melis', email: 'mia@ministry.example', role: 'Commission member' },
  tutor: { givenName: 'Tito', familyName: 'Testa', email: 'tito@centre.example', role: 'Tutor' },
} satisfies Partial<Record<Person | 'deputy', Colleague>>;

export const applicant: Newcomer = {
  givenName: 'Noemi',
  familyName: 'Nardò',
  name: 'Noemi Nardò',
  email: 'noemi@valdorcia.example',
  password,
  birthDate: '1988-02-29',
  institution: 'Università della Val d’Orcia',
};

/** The account of each person. */
export const whoIs = (person: Person | 'newcomer'): { email: string; password: string } => {
  const { email } =
    person === 'newcomer'
      ? applicant
      : person === 'coordinator'
        ? coordinator
        : colleagues[person as keyof typeof colleagues];
  return { email, password };
};
