import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../../platform/database/addressed';
import { Day, Id, Instant, Line, Reference } from '../../../../platform/database/columns';

/** Something that a group has to do. */
@Entity('workspace_task')
@Index(['groupId'])
@Addressed('taskId', 'groupId')
export class WorkspaceTask {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Line(200) title!: string;
  /** Whose it is; nobody's yet. */
  @Reference('Enrolment', { optional: true }) enrolmentId!: string | null;
  @Day({ optional: true }) dueOn!: string | null;
  @Instant({ optional: true }) doneAt!: Date | null;
  @Reference('Account') addedBy!: string;
  @Instant() addedAt!: Date;
}
