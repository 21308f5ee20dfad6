export { AssignRole } from './assign-role';
export { type EditionCard, EditionDirectory } from './edition-directory';
export { EditionChanged, EditionClosed } from './editions.events';
export { EditionsModule } from './editions.module';
