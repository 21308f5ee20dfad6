import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { type LedgerEntry, reverseEntry } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { FieldError, formForReason, FormProblem } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Takes a declared entry back: a contrary one is written, and the reason stays with it. */
@Component({
  selector: 'lib-take-back-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    HoursPipe,
    LongDayPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>
      {{ 'workload.take-back.title' | transloco: { time: (entry().minutes | hours), day: (entry().day | longDay) } }}
    </h3>
    <p class="soft">{{ 'workload.take-back.what' | transloco }}</p>
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'workload.reason' | transloco }}</mat-label>
        <textarea matInput rows="2" [formField]="form.reason"></textarea>
        <mat-error><lib-field-error [field]="form.reason" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-stroked-button [disabled]="form().submitting()">{{ 'workload.take-back.do' | transloco }}</button>
        <button mat-button type="button" (click)="left.emit()">{{ 'workload.take-back.leave' | transloco }}</button>
      </div>
    </form>
  `,
})
export class TakeBackForm {
  readonly editionId = input.required<string>();
  readonly entry = input.required<LedgerEntry>();
  readonly done = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly form = formForReason(500, async (body) => {
    const params = { editionId: this.editionId(), entryId: this.entry().id };
    await this.api.send(reverseEntry, { params, body });
    this.notices.tell('reversed');
    this.done.emit();
  });
}
