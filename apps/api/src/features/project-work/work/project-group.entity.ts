import { Entity, Index } from 'typeorm';
import { Id, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** Participants who hand in together. Somebody who works alone is a group of one, without a name. */
@Entity('project_group')
@Index(['editionId'])
@Addressed('groupId', 'editionId')
export class ProjectGroup {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Line(80, { optional: true }) name!: string | null;
}

/** An enrolment is in one group at most. */
@Entity('group_member')
@Index(['enrolmentId'], { unique: true })
@Index(['groupId'])
export class GroupMember {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Reference('Enrolment') enrolmentId!: string;
}
