import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { withdrawSigningKey } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Notices } from '../../ui/notices';
import { ReasonedStep } from './reasoned-step';

/** Withdraws a key that somebody else may have, with a reason, after asking. */
@Component({
  selector: 'lib-withdraw-key',
  imports: [ReasonedStep, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-reasoned-step
      [title]="'credentials.keys.withdraw' | transloco"
      [hint]="'credentials.keys.withdraw-hint' | transloco"
      [verb]="'credentials.keys.withdraw-do' | transloco"
      [take]="withdraw"
    />
  `,
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

  protected readonly withdraw = async (body: { reason: string }): Promise<void> => {
    const asked = {
      title: this.say('credentials.keys.withdraw-ask'),
      consequence: this.say('credentials.keys.withdraw-consequence', { valid: this.valid() }),
      verb: this.say('credentials.keys.withdraw-do'),
    };
    if (!(await this.confirm.ask(asked))) return;
    await this.api.send(withdrawSigningKey, { params: { keyId: this.keyId() }, body });
    this.notices.tell('key-withdrawn');
    this.done.emit();
  };
}
