export { NoticesModule } from './notices.module';
export { NoticesPersonalData } from './notices-personal-data';
