import type { MinutesForm } from '@libretto/contracts';
import type { Decision, Finding, RulingOutcome, VoteChoice } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line, Reference } from '../../../platform/database/columns';
import { MadeFile } from '../../../platform/files/made-file.entity';

type InLanguages = Readonly<Record<string, string>>;

/** The part of a meeting that everybody in the commission may know, as it was when the meeting closed. */
export interface MinutesRecord {
  readonly programme: InLanguages;
  readonly edition: string;
  readonly place: string;
  readonly heldOn: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string;
  readonly closedBy: string;
  readonly timeZone: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** One ruling of a meeting, for members who are not in conflict with its applicant. */
export interface MinutesItemRecord {
  readonly applicant: string;
  readonly institution: string;
  readonly country: string;
  /** 2: on an appeal. */
  readonly number: number;
  readonly ruledAt: string;
  readonly ruledBy: string;
  readonly outcome: RulingOutcome;
  readonly decision: Decision;
  readonly decidedByChair: boolean;
  readonly reason: string;
  readonly quorum: number;
  readonly membersWithoutConflict: number;
  readonly counts: Readonly<Record<VoteChoice, number>>;
  readonly findings: readonly {
    readonly statement: InLanguages;
    readonly finding: Finding | null;
    readonly counts: Readonly<Record<Finding, number>>;
    readonly decidedByChair: boolean;
  }[];
  readonly recused: readonly string[];
}

/** The minutes of a meeting: made when it closes, and never changed. */
@Entity('minutes')
@Index(['meetingId'], { unique: true })
export class Minutes {
  @Id() id!: string;
  @Reference('Meeting') meetingId!: string;
  @Json() record!: MinutesRecord;
  @Instant() madeAt!: Date;
}

/** One item of minutes, in a row of its own, because members in conflict read the minutes without it. */
@Entity('minutes_item')
@Index(['rulingId'], { unique: true })
@Index(['meetingId'])
@Index(['applicationId'])
export class MinutesItem {
  @Id() id!: string;
  @Reference('Meeting') meetingId!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Ruling') rulingId!: string;
  @Json() record!: MinutesItemRecord;
  /** The time at which the applicant's name and the reason were erased from it. */
  @Instant({ optional: true }) erasedAt!: Date | null;
}

/** The minutes as a file in one language and form, with those items that the same readers may read. */
@Entity('minutes_document')
@Index(['meetingId', 'extract', 'language', 'form'], { unique: true })
export class MinutesDocument extends MadeFile {
  @Reference('Meeting') meetingId!: string;
  /** Identifies the items in it: the SHA-256 of their ids. */
  @Line(64) extract!: string;
  @Code() form!: MinutesForm;
  @Json() itemIds!: readonly string[];
}
