import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SigningModule } from '../signing/signing.module';
import { LogEntry } from './log-entry.entity';
import { LogHead } from './log-head.entity';
import { LogOpening } from './log-opening.entity';
import { PublicLog } from './public-log';

@Module({
  imports: [TypeOrmModule.forFeature([LogEntry, LogHead, LogOpening]), SigningModule],
  providers: [PublicLog],
  exports: [PublicLog],
})
export class LogModule {}
