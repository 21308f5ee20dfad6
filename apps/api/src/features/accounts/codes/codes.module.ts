import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Codes } from './codes';
import { MailCode } from './jobs/mail-code.handler';
import { MailCounter } from './mail-counter';
import { MailedCode } from './mailed-code.entity';

@Module({
  imports: [TypeOrmModule.forFeature([MailedCode])],
  providers: [Codes, MailCode, MailCounter],
  exports: [Codes, MailCounter],
})
export class CodesModule {}
