import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { assignDossiers, type AssignmentView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { FormProblem, formToSend, TextField } from '../../../ui/form';

const usualDays = 14;

/** The changes that a run would make, in figures, and the button that makes it. */
@Component({
  selector: 'lib-assign-form',
  imports: [FormProblem, FormRoot, MatButtonModule, TextField, TranslocoPipe],
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
            <lib-text-field
              [label]="'admissions.assignment.read-by' | transloco"
              [hint]="'admissions.assignment.read-by-hint' | transloco"
              type="date"
              [field]="form.readBy"
            />
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
  protected readonly form = formToSend(assignDossiers, this.model, () => this.assign());
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
