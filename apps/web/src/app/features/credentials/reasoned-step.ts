import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { suspendCredential } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';

/** A step that takes a reason: it opens to what it means, and to the form. All sentences come translated. */
@Component({
  selector: 'lib-reasoned-step',
  imports: [FormRoot, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ title() }}</summary>
      <p class="soft">{{ hint() }}</p>
      <form class="form" [formRoot]="form">
        <lib-text-field [label]="'credentials.award.reason' | transloco" [rows]="2" [field]="form.reason" />
        <lib-send [form]="form" [verb]="verb()" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class ReasonedStep {
  readonly title = input.required<string>();
  readonly hint = input.required<string>();
  readonly verb = input.required<string>();
  readonly take = input.required<(body: { reason: string }) => Promise<void>>();

  // All of them are sent the same: a reason.
  protected readonly form = formToSend(suspendCredential, signal({ reason: '' }), (body) => this.take()(body));
}
