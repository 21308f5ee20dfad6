import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { reinstateCredential, suspendCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

const changes = {
  suspend: { route: suspendCredential, notice: 'suspended' },
  reinstate: { route: reinstateCredential, notice: 'reinstated' },
} as const;

/** Suspends a credential or reinstates it, with a reason. Either can be undone, so no confirmation is asked for. */
@Component({
  selector: 'lib-change-standing',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './change-standing.html',
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class ChangeStanding {
  readonly credentialId = input.required<string>();
  readonly change = input.required<keyof typeof changes>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  // Both are sent the same: a reason.
  protected readonly form = formToSend(suspendCredential, signal({ reason: '' }), async (body) => {
    const { route, notice } = changes[this.change()];
    await this.api.send(route, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell(notice);
    this.done.emit();
  });
}
