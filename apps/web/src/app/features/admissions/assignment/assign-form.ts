import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { assignDossiers, type AssignmentView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { FieldError, FormProblem, formToSend } from '../../../ui/form';

const usualDays = 14;

/** The changes that a run would make, in figures, and the button that makes it. */
@Component({
  selector: 'lib-assign-form',
  imports: [
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FieldError,
    FormProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="sheet">
      <h2>{{ 'admissions.assignment.would' | transloco }}</h2>
      @if (may()) {
        <ul>
          @for (move of listed(); track move.kind) {
            <li>{{ 'admissions.assignment.move.' + move.kind | transloco: { readings: move.readings } }}</li>
          }
        </ul>
        <form [formRoot]="form">
          <div class="row">
            <mat-form-field>
              <mat-label>{{ 'admissions.assignment.read-by' | transloco }}</mat-label>
              <input matInput type="date" [formField]="form.readBy" />
              <mat-hint>{{ 'admissions.assignment.read-by-hint' | transloco }}</mat-hint>
              <mat-error><lib-field-error [field]="form.readBy" /></mat-error>
            </mat-form-field>
            <button mat-flat-button [disabled]="form().submitting()">
              {{ 'admissions.assignment.do' | transloco }}
            </button>
          </div>
          <lib-form-problem [form]="form" />
        </form>
      } @else {
        <p>{{ 'admissions.assignment.nothing' | transloco: { readings: moves().kept } }}</p>
      }
    </section>
  `,
  styles: `
    h2 {
      margin-top: 0;
    }

    .row {
      align-items: start;
    }

    button {
      margin-top: var(--s3);
    }
  `,
})
export class AssignForm {
  readonly editionId = input.required<string>();
  readonly moves = input.required<AssignmentView['moves']>();
  readonly may = input.required<boolean>();
  readonly assigned = output();

  private readonly api = inject(Api);
  private readonly model = signal({ readBy: new Date(Date.now() + usualDays * 86_400_000).toISOString().slice(0, 10) });
  protected readonly form = formToSend(
    this.model,
    (path) => required(path.readBy),
    () => this.assign(),
  );
  protected readonly listed = computed(() =>
    (['added', 'moved', 'ended', 'kept'] as const)
      .map((kind) => ({ kind, readings: this.moves()[kind] }))
      .filter(({ readings }) => readings > 0),
  );

  private async assign(): Promise<void> {
    await this.api.send(assignDossiers, { params: { editionId: this.editionId() }, body: this.model() });
    this.assigned.emit();
  }
}
