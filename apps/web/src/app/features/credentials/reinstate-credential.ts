import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { reinstateCredential } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Makes a suspended credential valid again, with a reason. */
@Component({
  selector: 'lib-reinstate-credential',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.reinstate' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.reinstate-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'credentials.award.reason' | transloco" [rows]="2" [field]="form.reason" />
        <lib-send [form]="form" [verb]="'credentials.award.reinstate-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class ReinstateCredential {
  readonly credentialId = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly form = formToSend(reinstateCredential, signal({ reason: '' }), async (body) => {
    await this.api.send(reinstateCredential, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell('reinstated');
    this.done.emit();
  });
}
