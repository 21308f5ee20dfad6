import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClearNotices } from './jobs/clear-notices.handler';
import { MailDaily } from './jobs/mail-daily.handler';
import { KeptInbox } from './kept-inbox';
import { NoticeKept } from './notice.entity';
import { NoticeChoice } from './notice-choice.entity';
import { NoticesController } from './notices.controller';
import { NoticesPersonalData } from './notices-personal-data';
import { OwnNotices } from './own-notices';
import { RemoveNotices } from './remove-notices';

@Module({
  imports: [TypeOrmModule.forFeature([NoticeKept, NoticeChoice])],
  controllers: [NoticesController],
  providers: [ClearNotices, KeptInbox, MailDaily, NoticesPersonalData, OwnNotices, RemoveNotices],
  exports: [NoticesPersonalData],
})
export class NoticesModule {}
