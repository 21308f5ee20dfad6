export {
  AccountChanged,
  AccountLeaves,
  AddressProven,
  InstitutionMoved,
  OrganisationRoleGranted,
  RoleGranted,
  RoleRevoked,
} from './accounts.events';
export { AccountsPersonalData } from './people/accounts-personal-data';
export { ImportInstitutions } from './institutions/import-institutions';
export { Unreadable } from './institutions/list-file';
export { institutionsIn } from './institutions/read-institutions';
export {
  type InstitutionCard,
  InstitutionDirectory,
  institutionRows,
  institutionsWith,
} from './institutions/institution-directory';
export { cookieName } from './sign-in/who-is-signed-in';
export { type Asked, InvitationRegister } from './invitations/invitation-register';
export { MakeCoordinator } from './roles/make-coordinator';
export { PeopleDirectory, peopleRows, peopleWith, type PersonCard } from './people/people-directory';
export { type HeldRole, idsOfHolders, RoleRegister, roleRows, type RolesHeld } from './roles/role-register';
