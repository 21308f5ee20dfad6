import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller';
import { Mailbox } from './mailbox';

@Module({ controllers: [DemoController], providers: [Mailbox] })
export class DemoModule {}
