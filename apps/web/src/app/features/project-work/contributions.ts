import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { confirmContribution, readContributions, sayContribution } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Refused, Sending } from '../../ui/sending';
import { Waiting } from '../../ui/waiting';

/** Who did what in a group: each member says it, and the others confirm it. */
@Component({
  selector: 'lib-contributions',
  imports: [FormRoot, MatButtonModule, Refused, Send, SentencePipe, TextField, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contributions.html',
  styles: 'li { margin-bottom: var(--s3); } .words { white-space: pre-line; }',
})
export class Contributions {
  readonly editionId = input.required<string>();
  readonly groupId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly sending = new Sending();
  private readonly params = computed(() => ({ editionId: this.editionId(), groupId: this.groupId() }));
  protected readonly said = this.api.read(readContributions, () => ({ params: this.params() }));
  protected readonly others = computed(() => (this.said.value()?.members ?? []).filter(({ isMe }) => !isMe));
  protected readonly own = computed(() => this.said.value()?.members.find(({ isMe }) => isMe));
  private readonly model = linkedSignal(() => ({ words: this.own()?.words ?? '' }));
  protected readonly form = formToSend(sayContribution, this.model, async (body) => {
    await this.api.send(sayContribution, { params: this.params(), body });
    this.said.reload();
  });

  protected async confirm(enrolmentId: string): Promise<void> {
    await this.sending.run(() => this.api.send(confirmContribution, { params: { ...this.params(), enrolmentId } }));
    this.said.reload();
  }
}
