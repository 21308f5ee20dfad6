import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { addWorkspaceTask, changeWorkspaceTask, removeWorkspaceTask, type WorkspaceView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { formToSend, SelectField, Send, TextField } from '../../../ui/form';
import { Refused, Sending } from '../../../ui/sending';

const nothingTyped = { title: '', enrolmentId: '', dueOn: '' };

/** A task may be nobody's yet, and due on no day. */
const bodyOf = ({ title, enrolmentId, dueOn }: typeof nothingTyped) => ({
  title,
  enrolmentId: enrolmentId || null,
  dueOn: dueOn || null,
  isDone: false,
});

type Task = WorkspaceView['tasks'][number];

/** Who does what until when. */
@Component({
  selector: 'lib-task-list',
  imports: [
    LongDayPipe,
    FormRoot,
    MatButtonModule,
    MatCheckboxModule,
    Refused,
    SelectField,
    Send,
    SentencePipe,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (task of view().tasks; track task.id) {
        <li>
          <mat-checkbox
            [checked]="task.isDone"
            [disabled]="!mayChange() || sending.isBusy()"
            (change)="set(task, { isDone: $event.checked })"
          >
            <span [class.done]="task.isDone">{{ task.title }}</span>
          </mat-checkbox>
          <p class="small soft">
            {{ nameOf(task) ?? ('workspace.tasks.nobody' | transloco) }}
            @if (task.dueOn) {
              · {{ 'workspace.tasks.until' | transloco: { day: task.dueOn | longDay } }}
            }
          </p>
          @if (mayChange()) {
            <button
              mat-button
              type="button"
              [attr.aria-label]="'workspace.tasks.remove-named' | transloco: { task: task.title }"
              [disabled]="sending.isBusy()"
              (click)="remove(task)"
            >
              {{ 'workspace.tasks.remove' | transloco }}
            </button>
          }
        </li>
      } @empty {
        <li class="soft">{{ 'workspace.tasks.none' | transloco }}</li>
      }
    </ul>
    <lib-refused [of]="sending" />
    @if (mayChange()) {
      <details>
        <summary>{{ 'workspace.tasks.add' | transloco }}</summary>
        <form class="form" [formRoot]="form">
          <lib-text-field [label]="'workspace.tasks.what' | transloco" [field]="form.title" />
          <lib-select-field [label]="'workspace.tasks.who' | transloco" [field]="form.enrolmentId">
            <option value="">{{ 'workspace.tasks.nobody' | transloco }}</option>
            @for (member of view().members; track member.enrolmentId) {
              <option [value]="member.enrolmentId">{{ member.name }}</option>
            }
          </lib-select-field>
          <lib-text-field [label]="'workspace.tasks.due' | transloco" type="date" [field]="form.dueOn" />
          <lib-send [form]="form" [verb]="'workspace.tasks.add' | transloco" outlined />
        </form>
      </details>
    }
  `,
  styleUrl: './task-list.css',
})
export class TaskList {
  readonly place = input.required<{ editionId: string; groupId: string }>();
  readonly view = input.required<WorkspaceView>();
  readonly mayChange = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly model = signal(nothingTyped);
  protected readonly sending = new Sending();
  protected readonly form = formToSend(addWorkspaceTask, this.model, (typed) => this.add(typed), {
    body: bodyOf,
    next: () => nothingTyped,
  });

  protected nameOf({ enrolmentId }: Task): string | undefined {
    return this.view().members.find((member) => member.enrolmentId === enrolmentId)?.name;
  }

  protected async set({ id, ...task }: Task, change: Partial<Task>): Promise<void> {
    const params = { ...this.place(), taskId: id };
    await this.sending.run(() => this.api.send(changeWorkspaceTask, { params, body: { ...task, ...change } }));
    this.changed.emit();
  }

  protected async remove({ id }: Task): Promise<void> {
    const params = { ...this.place(), taskId: id };
    await this.sending.run(() => this.api.send(removeWorkspaceTask, { params }));
    this.changed.emit();
  }

  private async add(typed: typeof nothingTyped): Promise<void> {
    await this.api.send(addWorkspaceTask, { params: this.place(), body: bodyOf(typed) });
    this.changed.emit();
  }
}
