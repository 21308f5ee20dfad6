import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { withdrawSigningKey } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Withdraws a key that somebody else may have, with a reason, after asking. */
@Component({
  selector: 'lib-withdraw-key',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.keys.withdraw' | transloco }}</summary>
      <p class="soft">{{ 'credentials.keys.withdraw-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'credentials.award.reason' | transloco" [rows]="2" [field]="form.reason" />
        <lib-send [form]="form" [verb]="'credentials.keys.withdraw-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class WithdrawKey {
  readonly keyId = input.required<string>();
  /** Its credentials that are valid. */
  readonly valid = input.required<number>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly form = formToSend(withdrawSigningKey, signal({ reason: '' }), async (body) => {
    const asked = {
      title: this.say('credentials.keys.withdraw-ask'),
      consequence: this.say('credentials.keys.withdraw-consequence', { valid: this.valid() }),
      verb: this.say('credentials.keys.withdraw-do'),
    };
    if (!(await this.confirm.ask(asked))) return;
    await this.api.send(withdrawSigningKey, { params: { keyId: this.keyId() }, body });
    this.notices.tell('key-withdrawn');
    this.done.emit();
  });
}
