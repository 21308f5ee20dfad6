export { DiscussionsModule } from './discussions.module';
export { DiscussionsPersonalData } from './discussions-personal-data';
