import { Module } from '@nestjs/common';
import { TimetableModule } from '../timetable/timetable.module';
import { JoinMeeting } from './join-meeting';
import { MeetingProviders } from './meeting-providers';
import { MeetingsController } from './meetings.controller';

@Module({
  imports: [TimetableModule],
  controllers: [MeetingsController],
  providers: [JoinMeeting, MeetingProviders],
  exports: [MeetingProviders],
})
export class MeetingsModule {}
