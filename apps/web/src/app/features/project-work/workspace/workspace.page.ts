import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { handInText, readWorkspace } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { injectSay, InLanguagePipe, SentencePipe } from '../../../platform/language';
import { PageHeader } from '../../../ui/page-header';
import { Confirm } from '../../../ui/confirm';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { Refused, Sending } from '../../../ui/sending';
import { Waiting } from '../../../ui/waiting';
import { Originality } from '../handing-in/originality';
import { SharedFiles } from './shared-files';
import { TaskList } from './task-list';
import { TextHistory } from './text-history';
import { WrittenTogether } from './written-together';

/** Where a group works before it hands in: its text, its files, its tasks. */
@Component({
  selector: 'lib-workspace-page',
  imports: [
    InLanguagePipe,
    MatButtonModule,
    Originality,
    RefusalPipe,
    PageHeader,
    Refused,
    RouterLink,
    SentencePipe,
    SharedFiles,
    TaskList,
    TextHistory,
    Waiting,
    WrittenTogether,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './workspace.page.html',
  styleUrl: './workspace.page.css',
})
export class WorkspacePage {
  readonly editionId = input.required<string>();
  readonly groupId = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly place = computed(() => ({ editionId: this.editionId(), groupId: this.groupId() }));
  protected readonly workspace = this.api.read(readWorkspace, () => ({ params: this.place() }));
  protected readonly seesHistory = signal(false);
  protected readonly names = computed(
    () =>
      this.workspace
        .value()
        ?.members.map(({ name }) => name)
        .join(', ') ?? '',
  );
  protected readonly name = computed(() => this.workspace.value()?.name ?? this.say('workspace.title'));
  protected readonly sending = new Sending();
  protected readonly isHandedIn = signal(false);
  /** Whether the statement of originality is given, where the brief asks for one. */
  protected readonly isOriginal = signal(false);

  protected async handIn(): Promise<void> {
    const words = {
      title: this.say('workspace.hand-in.ask'),
      consequence: this.say('workspace.hand-in.consequence'),
      verb: this.say('workspace.hand-in.do'),
    };
    if (!(await this.confirm.ask(words))) return;
    const asked = { params: this.place(), body: { isOriginal: this.isOriginal() } };
    this.isHandedIn.set(await this.sending.run(() => this.api.send(handInText, asked)));
  }
}
