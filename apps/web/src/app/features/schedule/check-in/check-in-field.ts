import { booleanAttribute, ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { checkIn } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { formToSend, Send, TextField } from '../../../ui/form';

/** The short code, for those who cannot scan. */
@Component({
  selector: 'lib-check-in-field',
  imports: [FormRoot, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formRoot]="form">
      <lib-text-field
        [label]="'check-in.code' | transloco"
        [hint]="'check-in.code-hint' | transloco"
        autocomplete="off"
        [field]="form.code"
      />
      <lib-send [outlined]="outlined()" [form]="form" [verb]="'check-in.title' | transloco" />
    </form>
  `,
  styles: `
    :host {
      display: block;
    }

    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: start;
    }

    lib-text-field {
      flex: 0 1 16rem;
    }
  `,
})
export class CheckInField {
  readonly outlined = input(false, { transform: booleanAttribute });
  readonly typed = output<string>();

  protected readonly form = formToSend(
    checkIn,
    signal({ code: '' }),
    async ({ code }) => this.typed.emit(code.trim()),
    { body: (typed) => ({ ...typed, device: 'this-browser' }) },
  );
}
