import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { addWorkspaceFile, readWorkspaceFile, removeWorkspaceFile, type WorkspaceView } from '@libretto/contracts';
import { Api, fileAddress } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { Confirm } from '../../../ui/confirm';
import { FileDrop } from '../../../ui/file-drop';
import { FileLink } from '../../../ui/file-link';
import { Refused } from '../../../ui/sending';
import { Uploading } from '../../../ui/uploading';

type SharedFile = WorkspaceView['files'][number];

/** The files that a group shares while it works. */
@Component({
  selector: 'lib-shared-files',
  imports: [FileDrop, FileLink, MatButtonModule, Moment, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (shared of files(); track shared.id) {
        <li>
          <lib-file-link [address]="address(shared)" [file]="shared.file" />
          <p class="small soft">{{ shared.by }} · <lib-moment [at]="shared.at" /></p>
          @if (mayChange()) {
            <button
              mat-button
              type="button"
              [attr.aria-label]="'workspace.files.remove-named' | transloco: { file: shared.file.name }"
              (click)="remove(shared)"
            >
              {{ 'workspace.files.remove' | transloco }}
            </button>
          }
        </li>
      } @empty {
        <li class="soft">{{ 'workspace.files.none' | transloco }}</li>
      }
    </ul>
    @if (mayChange()) {
      <lib-file-drop
        [label]="'workspace.files.add' | transloco"
        [progress]="sending.progress()"
        (stopped)="sending.stop()"
        (chosen)="add($event)"
      />
    }
    <lib-refused [of]="sending" />
  `,
  styleUrl: './task-list.css',
})
export class SharedFiles {
  readonly place = input.required<{ editionId: string; groupId: string }>();
  readonly files = input.required<WorkspaceView['files']>();
  readonly mayChange = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly sending = new Uploading();

  protected address({ id }: SharedFile): string {
    return fileAddress(readWorkspaceFile, { params: { ...this.place(), sharedFileId: id } });
  }

  protected async add(file: File): Promise<void> {
    if (await this.sending.upload(addWorkspaceFile, { params: this.place() }, file)) this.changed.emit();
  }

  protected async remove({ id, file }: SharedFile): Promise<void> {
    const words = {
      title: this.say('workspace.files.ask', { file: file.name }),
      consequence: this.say('workspace.files.consequence'),
      verb: this.say('workspace.files.remove'),
    };
    if (!(await this.confirm.ask(words))) return;
    const params = { ...this.place(), sharedFileId: id };
    await this.sending.run(() => this.api.send(removeWorkspaceFile, { params }));
    this.changed.emit();
  }
}
