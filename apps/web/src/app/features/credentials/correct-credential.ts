import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { supersedeCredential } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { LearnerFields } from './learner-fields';

/** Corrects the learner data of a credential. */
@Component({
  selector: 'lib-correct-credential',
  imports: [FormRoot, LearnerFields, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'credentials.award.correct' | transloco }}</summary>
      <p class="soft">{{ 'credentials.award.correct-hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-learner-fields [form]="form" />
        <lib-text-field
          [label]="'credentials.award.reason' | transloco"
          [hint]="'credentials.award.reason-hint' | transloco"
          [rows]="2"
          [field]="form.reason"
        />
        <lib-send [form]="form" [verb]="'credentials.award.correct-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class CorrectCredential {
  readonly credentialId = input.required<string>();
  readonly record = input.required<Record<string, unknown>>();
  readonly done = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly model = linkedSignal(() => {
    const { givenName, familyName, dateOfBirth } = this.record()['learner'] as Record<string, string>;
    return { givenName: givenName ?? '', familyName: familyName ?? '', birthDate: dateOfBirth ?? '', reason: '' };
  });
  protected readonly form = formToSend(supersedeCredential, this.model, () => this.correct());

  private async correct(): Promise<void> {
    const say = (key: KeyBelow<'credentials.award'>) => this.say(`credentials.award.${key}`);
    if (
      !(await this.confirm.ask({
        title: say('correct-ask'),
        consequence: say('correct-consequence'),
        verb: say('correct-do'),
      }))
    )
      return;
    await this.api.send(supersedeCredential, {
      params: { credentialId: this.credentialId() },
      body: this.model(),
    });
    this.form().reset();
    this.notices.tell('corrected');
    this.done.emit();
  }
}
