import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  debounced,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type ConflictsView, findApplicants, pinConflict } from '@libretto/contracts';
import { Api, lastOf } from '../../../platform/api';
import { injectSay, SentencePipe } from '../../../platform/language';
import { FieldError, formToSend, SelectField, Send, TextField } from '../../../ui/form';

const pauseMs = 300;

/**
 * Pins a conflict between an applicant, found by name or institution, and a member of the commission, with a reason.
 */
@Component({
  selector: 'lib-pin-form',
  imports: [
    SelectField,
    FieldError,
    FormRoot,
    MatAutocompleteModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    Send,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pin-form.html',
  styles: 'h2 { margin-top: 0; } .missing { margin: 0; color: var(--red); } .missing:empty { display: none; }',
})
export class PinForm {
  readonly editionId = input.required<string>();
  readonly members = input.required<ConflictsView['members']>();
  readonly pinned = output<{ applicant: string; member: string }>();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly say = injectSay();
  private readonly text = signal('');
  private readonly sought = debounced(() => this.text().trim(), pauseMs);
  private readonly answer = this.api.read(findApplicants, () => {
    const q = this.sought.value() ?? '';
    return q.length > 1 ? { params: { editionId: this.editionId() }, query: { q } } : undefined;
  });
  private readonly last = lastOf(this.answer);
  protected readonly found = computed(() => (this.text().trim().length > 1 ? (this.last()?.items ?? []) : []));
  protected readonly nobody = computed(() => this.answer.hasValue() && this.answer.value().items.length === 0);

  private readonly model = signal({ applicant: '', applicationId: '', accountId: '', reason: '' });
  protected readonly form = formToSend(pinConflict, this.model, () => this.pin(), {
    rules: (path) =>
      required(path.applicationId, {
        message: () => this.say('admissions.conflicts.choose-applicant'),
      }),
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  /** Typing on undoes the choice of an applicant. */
  protected search(text: string): void {
    this.text.set(text);
    this.model.update((model) => ({ ...model, applicant: text, applicationId: '' }));
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    const one = this.found().find(({ applicationId }) => applicationId === option.value);
    if (one) this.model.update((model) => ({ ...model, applicant: one.name, applicationId: one.applicationId }));
  }

  protected nameOf = (applicationId: string): string =>
    this.found().find((one) => one.applicationId === applicationId)?.name ?? this.model().applicant;

  private async pin(): Promise<void> {
    const { applicant, ...body } = this.model();
    await this.api.send(pinConflict, { params: { editionId: this.editionId() }, body });
    const member = this.members().find(({ accountId }) => accountId === body.accountId)?.name ?? '';
    this.pinned.emit({ applicant, member });
  }
}
