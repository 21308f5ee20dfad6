import { Entity, Index } from 'typeorm';
import { Id, Instant, MadeOf, Reference } from '../../../platform/database/columns';

/** A picture that was added to a page. Pages name it by the id of its file, which a copy of the page shares. */
@Entity('page_picture')
@Index(['materialId', 'fileId'], { unique: true })
export class PagePicture {
  @Id() id!: string;
  @MadeOf('Material') materialId!: string;
  @Reference('StoredFile') fileId!: string;
  @Reference('Account') addedBy!: string;
  @Instant() addedAt!: Date;
}
