export { type EditionCard, EditionDirectory } from './edition-directory';
export { EditionChanged } from './editions.events';
export { EditionsModule } from './editions.module';
