import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { withdrawOffer } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { FormProblem, formToSend, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';

/** Takes an open offer back, with a reason, after asking. */
@Component({
  selector: 'lib-withdraw-offer',
  imports: [FormProblem, FormRoot, MatButtonModule, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>
        {{ 'places.withdraw.do' | transloco }}<span class="unseen">: {{ name() }}</span>
      </summary>
      <form class="form" [formRoot]="form">
        <lib-text-field
          [label]="'places.withdraw.reason' | transloco"
          [hint]="'places.withdraw.reason-hint' | transloco"
          [rows]="2"
          [field]="form.reason"
        />
        <lib-form-problem [form]="form" />
        <button mat-stroked-button [disabled]="form().submitting()">{{ 'places.withdraw.do' | transloco }}</button>
      </form>
    </details>
  `,
  styles: `
    details {
      font-weight: 400;
    }

    summary {
      cursor: pointer;
      color: var(--ink);
      font-size: var(--small);
      padding-block: var(--s1);
    }
  `,
})
export class WithdrawOffer {
  readonly editionId = input.required<string>();
  readonly offerId = input.required<string>();
  readonly name = input.required<string>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly form = formToSend(withdrawOffer, signal({ reason: '' }), (body) => this.withdraw(body));

  private async withdraw(body: { reason: string }): Promise<void> {
    const say = (key: KeyBelow<'places.withdraw'>) => this.say(`places.withdraw.${key}`, { name: this.name() });
    if (!(await this.confirm.ask({ title: say('ask'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.api.send(withdrawOffer, { params: { editionId: this.editionId(), offerId: this.offerId() }, body });
    this.notices.tell('offer-withdrawn');
    this.done.emit();
  }
}
