import type { SelfTest } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, MadeOf, Reference, Whole } from '../../../platform/database/columns';

/** A self-test as its authors have written it, published or not. */
@Entity('self_test_draft')
@Index(['materialId'], { unique: true })
export class SelfTestDraft {
  @Id() id!: string;
  @MadeOf('Material') materialId!: string;
  @Json() content!: SelfTest;
  @Reference('Account') changedBy!: string;
  @Instant() changedAt!: Date;
}

/** A self-test as it was published once, never changed after: attempts stay with the version that they began. */
@Entity('self_test_version')
@Index(['materialId', 'number'], { unique: true })
export class SelfTestVersion {
  @Id() id!: string;
  @MadeOf('Material') materialId!: string;
  @Whole() number!: number;
  /** By language. */
  @Json() title!: Record<string, string>;
  @Json() content!: SelfTest;
  @Reference('Account') publishedBy!: string;
  @Instant() publishedAt!: Date;
}
