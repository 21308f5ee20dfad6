import type { AnnotationSheetBody } from '@libretto/contracts';
import { Entity, Index } from 'typeorm';
import { Id, Json, Reference } from '../../../platform/database/columns';

/** One marker's annotations of one file of a version. They end with their marking, and are never changed after it. */
@Entity('annotation_sheet')
@Index(['submittedFileId', 'markerId'], { unique: true })
export class AnnotationSheet {
  @Id() id!: string;
  @Reference('SubmittedFile') submittedFileId!: string;
  @Reference('Account') markerId!: string;
  @Json() annotations!: AnnotationSheetBody['annotations'];
}

/** The same of the typed text of a version. */
@Entity('text_annotation_sheet')
@Index(['submissionId', 'markerId'], { unique: true })
export class TextAnnotationSheet {
  @Id() id!: string;
  @Reference('Submission') submissionId!: string;
  @Reference('Account') markerId!: string;
  @Json() annotations!: AnnotationSheetBody['annotations'];
}
