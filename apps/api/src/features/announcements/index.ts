export { AnnouncementsForReader } from './announcements-for-reader';
export { AnnouncementsModule } from './announcements.module';
export { AnnouncementsPersonalData } from './announcements-personal-data';
