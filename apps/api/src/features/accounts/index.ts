export { AccountChanged, AccountLeaves, AccountOpened, InstitutionMoved, OrganisationRoleGranted, RoleGranted } from './accounts.events';
export { HeldInAccounts } from './held-in-accounts';
export { ImportInstitutions } from './institutions/import-institutions';
export { institutionsIn } from './institutions/read-institutions';
export { type InstitutionCard, InstitutionDirectory } from './institution-directory';
export { type Asked, InvitationBook, type InvitationCard } from './invitation-book';
export { MakeCoordinator } from './make-coordinator';
export { PeopleDirectory, type PersonCard } from './people-directory';
export { RoleBook, type RolesHeld } from './role-book';
