import { plain } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** Participants who hand in together for a brief. Somebody who works alone is a group of one, without a name. */
@Entity('project_group')
@Index(['editionId'])
@Addressed('groupId', 'editionId')
export class ProjectGroup {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() briefId!: string;
  @Line(80, { optional: true }) name!: string | null;
  /** The name, folded: lists of works are sorted and searched by it. Empty without a name. */
  @Line() listedAs!: string;
}

/** The name of a group in its columns. */
export const groupCalled = (name: string | null): Pick<ProjectGroup, 'name' | 'listedAs'> => ({
  name,
  listedAs: plain(name ?? '').slice(0, 200),
});

/** An enrolment is in one group at most for each brief. */
@Entity('group_member')
@Index(['enrolmentId', 'briefId'], { unique: true })
@Index(['groupId'])
export class GroupMember {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  /** That of the group. */
  @Code() briefId!: string;
}
