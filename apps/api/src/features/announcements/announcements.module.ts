import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { ModulesModule } from '../modules';
import { PlacesModule } from '../places';
import { ProjectWorkModule } from '../project-work';
import { Announcement, AnnouncementRecipient } from './announcement.entity';
import { AnnouncementsForReader } from './announcements-for-reader';
import { AnnouncementsController } from './announcements.controller';
import { AnnouncementsOfEdition } from './announcements-of-edition';
import { AnnouncementsPersonalData } from './announcements-personal-data';
import { CancelAnnouncement } from './cancel-announcement';
import { CancelWithEdition } from './cancel-with-edition';
import { SendAnnouncement } from './jobs/send-announcement.handler';
import { TellAnnouncement } from './jobs/tell-announcement.handler';
import { LeaveAnnouncements } from './leave-announcements';
import { OpenAnnouncement } from './open-announcement';
import { ReadableAnnouncements } from './readable-announcements';
import { WhomItReaches } from './whom-it-reaches';
import { WriteAnnouncement } from './write-announcement';

@Module({
  imports: [
    TypeOrmModule.forFeature([Announcement, AnnouncementRecipient]),
    EditionsModule,
    ModulesModule,
    PlacesModule,
    ProjectWorkModule,
  ],
  controllers: [AnnouncementsController],
  providers: [
    AnnouncementsForReader,
    AnnouncementsOfEdition,
    AnnouncementsPersonalData,
    CancelAnnouncement,
    CancelWithEdition,
    LeaveAnnouncements,
    OpenAnnouncement,
    ReadableAnnouncements,
    SendAnnouncement,
    TellAnnouncement,
    WhomItReaches,
    WriteAnnouncement,
  ],
  exports: [AnnouncementsForReader, AnnouncementsPersonalData],
})
export class AnnouncementsModule {}
