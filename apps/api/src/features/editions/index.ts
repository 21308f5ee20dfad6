export { type EditionCard, EditionDirectory } from './edition-directory';
export { EditionChanged, EditionClosed, EditionOpened } from './editions.events';
export { EditionsModule } from './editions.module';
