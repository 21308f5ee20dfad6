export { AnnouncementsModule } from './announcements.module';
export { AnnouncementsPersonalData } from './announcements-personal-data';
