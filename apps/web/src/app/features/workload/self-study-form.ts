import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, max, min, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { declareSelfStudy } from '@libretto/contracts';
import { mostMinutesADay } from '@libretto/domain';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { HoursPipe, today } from '../../platform/time';
import { FieldError, FormProblem, formToSend } from '../../ui/form';

/** Declares self-study of one day for a module, as far as its cap leaves room. */
@Component({
  selector: 'lib-self-study-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    HoursPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'workload.declare.left' | transloco: { minutes: left(), left: left() | hours } }}</p>
    @if (left() > 0) {
      <form [formRoot]="form">
        <div class="row">
          <mat-form-field>
            <mat-label>{{ 'workload.declare.day' | transloco }}</mat-label>
            <input matInput type="date" [formField]="form.day" />
            <mat-error><lib-field-error [field]="form.day" /></mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'workload.declare.minutes' | transloco }}</mat-label>
            <input matInput type="number" inputmode="numeric" step="5" [formField]="form.minutes" />
            <mat-error><lib-field-error [field]="form.minutes" /></mat-error>
          </mat-form-field>
          <button mat-stroked-button [disabled]="form().submitting()">{{ 'workload.declare.do' | transloco }}</button>
        </div>
        <lib-form-problem [form]="form" />
      </form>
    }
    <p class="small soft" role="status">
      @if (added(); as minutes) {
        {{ 'workload.declare.done' | transloco: { time: minutes | hours } }}
      }
    </p>
  `,
  styles: '.row { align-items: start; } button { margin-top: var(--s2); }',
})
export class SelfStudyForm {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<number>();
  readonly left = input.required<number>();
  readonly declared = output();

  private readonly api = inject(Api);
  /** One per entry: sending the same twice, after a broken line, writes once. */
  private readonly entryId = signal(v7());
  protected readonly added = signal<number | undefined>(undefined);
  private readonly model = signal({ day: today(), minutes: 60 });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.day);
      min(path.minutes, 1);
      max(path.minutes, mostMinutesADay);
    },
    () => this.declare(),
  );

  private async declare(): Promise<void> {
    const { day, minutes } = this.model();
    const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
    await this.api.send(declareSelfStudy, { params, body: { entryId: this.entryId(), day, minutes } });
    this.entryId.set(v7());
    this.added.set(minutes);
    this.declared.emit();
  }
}
