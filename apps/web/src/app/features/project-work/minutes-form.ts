import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { declareProjectMinutes } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { HoursPipe, today } from '../../platform/time';
import { FormProblem, formToSend, TextField } from '../../ui/form';

/** Writes one's own minutes on the project work to the ledger. */
@Component({
  selector: 'lib-minutes-form',
  imports: [FormProblem, FormRoot, HoursPipe, MatButtonModule, TextField, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formRoot]="form">
      <div class="row">
        <lib-text-field [label]="'project-work.minutes.day' | transloco" type="date" [field]="form.day" />
        <lib-text-field
          [label]="'project-work.minutes.minutes' | transloco"
          type="number"
          inputmode="numeric"
          [step]="5"
          [field]="form.minutes"
        />
        <button mat-stroked-button [disabled]="form().submitting()">
          {{ 'project-work.minutes.add' | transloco }}
        </button>
      </div>
      <lib-form-problem [form]="form" />
      <p class="small soft" aria-live="polite">
        @if (added(); as minutes) {
          {{ 'project-work.minutes.added' | transloco: { time: minutes | hours } }}
        } @else {
          {{ 'project-work.minutes.hint' | transloco }}
        }
      </p>
    </form>
  `,
  styles:
    ':host { display: block; margin-top: var(--s4); } .row { align-items: start; } button { margin-top: var(--s2); } p { margin-top: var(--s2); }',
})
export class MinutesForm {
  readonly editionId = input.required<string>();
  readonly declared = output();

  private readonly api = inject(Api);
  /** One per entry: sending it twice, after a broken connection, writes it once. */
  private readonly entryId = signal(v7());
  protected readonly added = signal<number | undefined>(undefined);
  private readonly model = signal({ day: today(), minutes: 60 });
  protected readonly form = formToSend(declareProjectMinutes, this.model, () => this.declare());

  private async declare(): Promise<void> {
    const { day, minutes } = this.model();
    const body = { entryId: this.entryId(), day, minutes };
    await this.api.send(declareProjectMinutes, { params: { editionId: this.editionId() }, body });
    this.entryId.set(v7());
    this.added.set(minutes);
    this.declared.emit();
  }
}
