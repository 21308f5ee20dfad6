import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { lookAgain, type WorkToMarkView } from '@libretto/contracts';
import type { SecondLook } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { MarkFields, markOf } from './mark-fields';

/** Somebody else confirms the mark of a work, or changes it: it begins with the mark that the work has. */
@Component({
  selector: 'lib-second-look',
  imports: [FormRoot, MarkFields, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './second-look.html',
  styles: ':host { display: block; margin-bottom: var(--s5); }',
})
export class SecondLookForm {
  readonly editionId = input.required<string>();
  readonly work = input.required<WorkToMarkView>();
  readonly kind = input.required<SecondLook>();
  readonly looked = output();

  private readonly api = inject(Api);
  private readonly model = linkedSignal(() => {
    const { outcome, grade } = this.work();
    return { outcome: outcome ?? '', grade: grade ?? '', reason: '' };
  });
  protected readonly form = formToSend(lookAgain, this.model, () => this.look(), {
    body: ({ reason, ...mark }) => ({ kind: this.kind(), ...markOf(mark), reason }),
  });

  private async look(): Promise<void> {
    const { reason, ...mark } = this.model();
    await this.api.send(lookAgain, {
      params: { editionId: this.editionId(), workId: this.work().workId },
      body: { kind: this.kind(), ...markOf(mark), reason },
    });
    this.looked.emit();
  }
}
