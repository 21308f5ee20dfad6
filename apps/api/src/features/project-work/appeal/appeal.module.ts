import { Module } from '@nestjs/common';
import { MarkingModule } from '../marking/marking.module';
import { WorkModule } from '../work/work.module';
import { AppealController } from './appeal.controller';
import { AppealResult } from './appeal-result';

@Module({ imports: [MarkingModule, WorkModule], controllers: [AppealController], providers: [AppealResult] })
export class AppealModule {}
