import type { NoticeSettings } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Id, Json, Reference } from '../../platform/database/columns';

/** How somebody wants to hear of what; who has chosen nothing has no row. */
@Entity('notice_choice')
@Index(['accountId'], { unique: true })
export class NoticeChoice {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  @Json() settings!: NoticeSettings;
}
