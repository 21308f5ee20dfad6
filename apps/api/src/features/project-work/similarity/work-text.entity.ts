import { Entity, Index } from 'typeorm';
import { Id, MadeOf, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** That the words of a work's version have been read. */
@Entity('work_reading')
@Index(['workId'], { unique: true })
@Index(['programmeId'])
export class WorkReading {
  @Id() id!: string;
  @MadeOf('Work') workId!: string;
  /** Works are compared with those of the same programme, in any of its editions. */
  @Reference('Programme') programmeId!: string;
  @Whole() version!: number;
  /** How many words it has; `null` where there is no way to them. */
  @Whole({ optional: true }) words!: number | null;
}

/** A part of a work's words. */
@Entity('work_text')
@Index(['workId', 'part'], { unique: true })
export class WorkText {
  @Id() id!: string;
  @MadeOf('Work') workId!: string;
  @Whole() part!: number;
  @Paragraph() words!: string;
}

/** A shingle by which a work is found, with the place of its first word (`marksOf` of the domain). */
@Entity('work_shingle')
@Index(['shingle', 'workId'])
@Index(['workId'])
export class WorkShingle {
  @Id() id!: string;
  @MadeOf('Work') workId!: string;
  @Whole() shingle!: number;
  @Whole() place!: number;
}
