import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { TimetableModule } from '../timetable/timetable.module';
import { CalendarController } from './calendar.controller';
import { CalendarFeed } from './calendar-feed.entity';
import { CalendarPersonalData } from './calendar-personal-data';
import { CalendarWriter } from './calendar-writer';
import { FeedKeys } from './feed-keys';
import { FeedOfPerson } from './feed-of-person';
import { OwnFeed } from './own-feed';
import { RemoveFeed } from './remove-feed';
import { SessionFile } from './session-file';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarFeed]), EditionsModule, TimetableModule],
  controllers: [CalendarController],
  providers: [CalendarPersonalData, CalendarWriter, FeedKeys, FeedOfPerson, OwnFeed, RemoveFeed, SessionFile],
  exports: [CalendarPersonalData, CalendarWriter],
})
export class CalendarModule {}
