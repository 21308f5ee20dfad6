import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkModule } from '../work/work.module';
import { MarkWork } from './mark-work';
import { MarkingDraft } from './marking-draft.entity';
import { MarkingList } from './marking-list';
import { SaveMarkingDraft } from './save-marking-draft';
import { WorkToMark } from './work-to-mark';

@Module({
  imports: [TypeOrmModule.forFeature([MarkingDraft]), WorkModule],
  providers: [MarkWork, MarkingList, SaveMarkingDraft, WorkToMark],
  exports: [MarkWork, MarkingList, SaveMarkingDraft, WorkToMark],
})
export class MarkingModule {}
