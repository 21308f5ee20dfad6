import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { AnonymityModule } from '../anonymity/anonymity.module';
import { WorkModule } from '../work/work.module';
import { AnnotatedPart } from './annotated-part';
import { AnnotationSheet, TextAnnotationSheet } from './annotation-sheet.entity';
import { AnnotationsController } from './annotations.controller';
import { AnnotationsOfSubmission } from './annotations-of-submission';
import { CommentsController } from './comments/comments.controller';
import { ReusableComment } from './comments/reusable-comment.entity';
import { ReusableComments } from './comments/reusable-comments';
import { LockSubmission } from './lock-submission';
import { ReadSubmission } from './read-submission';
import { RecordComment } from './recordings/record-comment';
import { Recording } from './recordings/recording.entity';
import { RecordingsController } from './recordings/recordings.controller';
import { VisibleRecordings } from './recordings/visible-recordings';
import { SaveAnnotations } from './save-annotations';
import { VisibleAnnotations } from './visible-annotations';
import { WordsOfFile } from './words-of-file';

@Module({
  imports: [
    AnonymityModule,
    TypeOrmModule.forFeature([AnnotationSheet, Recording, ReusableComment, TextAnnotationSheet]),
    EditionsModule,
    WorkModule,
  ],
  controllers: [AnnotationsController, CommentsController, RecordingsController],
  providers: [
    AnnotatedPart,
    AnnotationsOfSubmission,
    LockSubmission,
    ReadSubmission,
    RecordComment,
    ReusableComments,
    SaveAnnotations,
    VisibleAnnotations,
    VisibleRecordings,
    WordsOfFile,
  ],
})
export class AnnotationsModule {}
