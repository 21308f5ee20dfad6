export { AssignRole } from './assign-role';
export { type EditionCard, EditionDirectory } from './edition-directory';
export { EditionPages } from './edition-pages';
export { EditionChanged, EditionClosed, EditionCopied, EditionMoved, RoleProposed } from './editions.events';
export { EditionsModule } from './editions.module';
