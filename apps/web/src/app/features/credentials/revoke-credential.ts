import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { revokeCredential } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Ends a credential, with a reason, after asking. */
@Component({
  selector: 'lib-revoke-credential',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.revoke' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.revoke-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'credentials.award.reason' | transloco" [rows]="2" [field]="form.reason" />
        <lib-send [form]="form" [verb]="'credentials.award.revoke-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class RevokeCredential {
  readonly credentialId = input.required<string>();
  readonly learner = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly form = formToSend(revokeCredential, signal({ reason: '' }), (body) => this.revoke(body));

  private async revoke(body: { reason: string }): Promise<void> {
    const say = (key: KeyBelow<'credentials.award'>) =>
      this.say(`credentials.award.${key}`, { learner: this.learner() });
    const asked = { title: say('revoke-ask'), consequence: say('revoke-consequence'), verb: say('revoke-do') };
    if (!(await this.confirm.ask(asked))) return;
    await this.api.send(revokeCredential, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell('revoked');
    this.done.emit();
  }
}
