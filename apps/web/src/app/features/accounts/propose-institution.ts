import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { proposeInstitution, type ReplyOf } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { FormProblem, formToSend } from '../../ui/form';
import { type InstitutionSaid, InstitutionSaidFields } from './institution-said';

export type Proposed = ReplyOf<typeof proposeInstitution>;

/** Adds an institution that is not on the list. It stands within other forms, so it is no form itself. */
@Component({
  selector: 'lib-propose-institution',
  imports: [FormProblem, InstitutionSaidFields, MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="sheet"
      role="group"
      [attr.aria-label]="'accounts.institutions.propose.title' | transloco"
      (keydown.enter)="sendByKey($event)"
    >
      <p>{{ 'accounts.institutions.propose.what' | transloco }}</p>
      <lib-institution-said [form]="form" />
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-flat-button type="button" [disabled]="form().submitting()" (click)="send()">
          {{ 'accounts.institutions.propose.do' | transloco }}
        </button>
        <button mat-button type="button" (click)="left.emit()">{{ 'accounts.institutions.cancel' | transloco }}</button>
      </div>
    </div>
  `,
})
export class ProposeInstitution {
  /** The name typed in the search. */
  readonly name = input.required<string>();
  readonly proposed = output<Proposed>();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly model = linkedSignal<InstitutionSaid>(() => ({ name: this.name(), country: '', website: '' }));
  protected readonly form = formToSend(proposeInstitution, this.model, async () =>
    this.proposed.emit(await this.api.send(proposeInstitution, { body: this.model() })),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The name is filled in already: the country comes next.
    afterNextRender(() => host.querySelectorAll('input')[this.name() ? 1 : 0]?.focus());
  }

  protected send(): void {
    void submit(this.form);
  }

  protected sendByKey(event: Event): void {
    const { target } = event;
    // In the list of countries, Enter chooses one.
    if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    this.send();
  }
}
