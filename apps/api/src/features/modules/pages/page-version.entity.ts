import type { PageNode } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, MadeOf, Reference, Whole } from '../../../platform/database/columns';

/** A page as it was published once, never changed after. */
@Entity('page_version')
@Index(['materialId', 'number'], { unique: true })
export class PageVersion {
  @Id() id!: string;
  @MadeOf('Material') materialId!: string;
  @Whole() number!: number;
  /** By language. */
  @Json() title!: Record<string, string>;
  @Reference('Account') publishedBy!: string;
  @Instant() publishedAt!: Date;
}

/** The blocks of a version in one language: a row each, as a text column of MariaDB holds 64 kB. */
@Entity('page_text')
@Index(['versionId', 'language'], { unique: true })
export class PageText {
  @Id() id!: string;
  @MadeOf('PageVersion') versionId!: string;
  @Code() language!: string;
  @Json() blocks!: readonly PageNode[];
}
