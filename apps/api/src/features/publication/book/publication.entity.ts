import type { ConsentState, Contribution, PublicationLicence, PublicationState, BookForm } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Id, Instant, Json, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { FileInParts } from '../../../platform/files/made-file.entity';

/** The publication of an edition. Its row is locked by every change of its works, its consents and its books. */
@Entity('publication')
@Index(['editionId'], { unique: true })
@Index(['state', 'printedAt'])
@Addressed('publicationId')
export class Publication {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() state!: PublicationState;
  @Line(160) title!: string;
  @Line(200) subtitle!: string;
  @Line(2) language!: string;
  @Json() editors!: string[];
  /** Markdown. */
  @Paragraph() preface!: string;
  @Code() licence!: PublicationLicence;
  /** The day of the books: the same input gives the same bytes. */
  @Instant({ optional: true }) setAt!: Date | null;
  @Instant({ optional: true }) remindedAt!: Date | null;
  @Instant({ optional: true }) printedAt!: Date | null;
  @Reference('Account', { optional: true }) printedBy!: string | null;
}

/** A work that is gathered for a publication. */
@Entity('publication_work')
@Index(['publicationId', 'workId'], { unique: true })
@Index(['workId'])
export class PublicationWork {
  @Id() id!: string;
  @Reference('Publication') publicationId!: string;
  @Reference('Work') workId!: string;
  @Whole() position!: number;
  @Line(200) title!: string;
  /** BibTeX. */
  @Paragraph() references!: string;
  /** The version from which the work is set; `null`: the work is not in the books. */
  @Reference('Submission', { optional: true }) submissionId!: string | null;
}

/** What somebody consented to: how they are named, and with which work, where and under which licence. */
export interface Statement extends Contribution {
  readonly publication: string;
  readonly title: string;
  readonly licence: PublicationLicence;
}

/** What a member says to the publication of a work of their group. */
@Entity('publication_consent')
@Index(['gatheredId', 'accountId'], { unique: true })
@Index(['accountId'])
export class PublicationConsent {
  @Id() id!: string;
  @Reference('PublicationWork') gatheredId!: string;
  @Reference('Account') accountId!: string;
  @Code() state!: ConsentState;
  /** `null` unless the consent is given: nothing is kept of one that is withdrawn. */
  @Json({ optional: true }) statement!: Statement | null;
  @Instant({ optional: true }) at!: Date | null;
}

/** A form of the book of a publication, which a job sets. */
@Entity('publication_book')
@Index(['publicationId', 'form'], { unique: true })
export class PublicationBook extends FileInParts {
  @Reference('Publication') publicationId!: string;
  @Code() form!: BookForm;
}
