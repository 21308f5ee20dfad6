import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { revokeCredential } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Notices } from '../../ui/notices';
import { ReasonedStep } from './reasoned-step';

/** Ends a credential, with a reason, after asking. */
@Component({
  selector: 'lib-revoke-credential',
  imports: [ReasonedStep, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-reasoned-step
      [title]="'credentials.award.revoke' | transloco"
      [hint]="'credentials.award.revoke-hint' | transloco"
      [verb]="'credentials.award.revoke-do' | transloco"
      [take]="revoke"
    />
  `,
})
export class RevokeCredential {
  readonly credentialId = input.required<string>();
  readonly learner = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();

  protected readonly revoke = async (body: { reason: string }): Promise<void> => {
    const say = (key: KeyBelow<'credentials.award'>) =>
      this.say(`credentials.award.${key}`, { learner: this.learner() });
    const asked = { title: say('revoke-ask'), consequence: say('revoke-consequence'), verb: say('revoke-do') };
    if (!(await this.confirm.ask(asked))) return;
    await this.api.send(revokeCredential, { params: { credentialId: this.credentialId() }, body });
    this.notices.tell('revoked');
    this.done.emit();
  };
}
