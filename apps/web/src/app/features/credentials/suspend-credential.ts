import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { suspendCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Suspends a credential, with a reason. That can be undone, so no confirmation is asked for. */
@Component({
  selector: 'lib-suspend-credential',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.suspend' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.suspend-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'credentials.award.reason' | transloco" [rows]="2" [field]="form.reason" />
        <lib-send [form]="form" [verb]="'credentials.award.suspend-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class SuspendCredential {
  readonly credentialId = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly form = formToSend(suspendCredential, signal({ reason: '' }), async (body) => {
    await this.api.send(suspendCredential, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell('suspended');
    this.done.emit();
  });
}
