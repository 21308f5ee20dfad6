export { PublicPublications } from './printed/public-publications';
export { PublicationPersonalData } from './printed/publication-personal-data';
export { PublicationModule } from './publication.module';
