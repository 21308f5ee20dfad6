import type { InputOf, addWorkspaceTask, changeWorkspaceTask, removeWorkspaceTask } from '@libretto/contracts';
import { type Actor, mostWorkspaceTasks, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/new-id';
import { Transaction } from '../../../../platform/database/transaction';
import { notFound, Refused } from '../../../../platform/refusals/refused';
import { LockToWrite } from '../lock-to-write';
import { WorkspaceTask } from './workspace-task.entity';

/** Keeps the task list of one's own group. */
@Injectable()
export class KeepTasks {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly lock: LockToWrite,
  ) {}

  /**
   * Refusals: workspace.not-a-member, project-work.being-marked, project-work.already-passed, project-work.no-attempt-left,
   * workspace.too-many-tasks.
   */
  add(actor: Actor, { params, body }: InputOf<typeof addWorkspaceTask>): Promise<{ id: string }> {
    const { groupId } = params;
    return this.transaction.run(async (tx) => {
      const members = await this.lock.for(tx, actor, params);
      if ((await tx.manager.countBy(WorkspaceTask, { groupId })) >= mostWorkspaceTasks)
        throw new Refused(refuse('workspace.too-many-tasks', { most: mostWorkspaceTasks }));
      const id = newId();
      const added = { addedBy: actor.accountId, addedAt: this.clock.now() };
      await tx.insert(WorkspaceTask, { id, groupId, ...added, ...this.said(body, members, null) });
      return { id };
    });
  }

  /**
   * Refusals: workspace.not-a-member, project-work.being-marked, project-work.already-passed, project-work.no-attempt-left.
   */
  change(actor: Actor, { params, body }: InputOf<typeof changeWorkspaceTask>): Promise<void> {
    return this.transaction.run(async (tx) => {
      const members = await this.lock.for(tx, actor, params);
      const task = await tx.lock(WorkspaceTask, params.taskId);
      if (task.groupId !== params.groupId) throw notFound();
      await tx.save(Object.assign(task, this.said(body, members, task)));
    });
  }

  /**
   * Refusals: workspace.not-a-member, project-work.being-marked, project-work.already-passed, project-work.no-attempt-left.
   */
  remove(actor: Actor, { params }: InputOf<typeof removeWorkspaceTask>): Promise<void> {
    return this.transaction.run(async (tx) => {
      await this.lock.for(tx, actor, params);
      await tx.manager.delete(WorkspaceTask, { id: params.taskId, groupId: params.groupId });
    });
  }

  /** Whoever has left keeps a task that was theirs; nobody else outside of the group gets one. */
  private said(
    { title, enrolmentId, dueOn, isDone }: InputOf<typeof addWorkspaceTask>['body'],
    members: readonly string[],
    before: WorkspaceTask | null,
  ): Pick<WorkspaceTask, 'title' | 'enrolmentId' | 'dueOn' | 'doneAt'> {
    if (enrolmentId && enrolmentId !== before?.enrolmentId && !members.includes(enrolmentId)) throw notFound();
    return { title, enrolmentId, dueOn, doneAt: isDone ? (before?.doneAt ?? this.clock.now()) : null };
  }
}
