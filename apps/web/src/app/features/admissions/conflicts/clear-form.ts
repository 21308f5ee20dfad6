import { afterNextRender, ChangeDetectionStrategy, Component, ElementRef, inject, input, output } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { clearConflict } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { FieldError, formForReason, FormProblem } from '../../../ui/form';
import { Notices } from '../../../ui/notices';

/** A conflict or a claim that can be cleared. */
export interface Clearable {
  readonly id: string;
  readonly applicant: string;
  readonly member: string;
}

/** Clears conflicts or claims: names the consequences and asks for the reason. */
@Component({
  selector: 'lib-clear-form',
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
    <form class="form" [formRoot]="form">
      <p class="small">
        {{
          'admissions.conflicts.clear-hint'
            | transloco
              : { conflicts: conflicts().length, member: conflicts()[0]?.member, applicant: conflicts()[0]?.applicant }
        }}
      </p>
      <mat-form-field>
        <mat-label>{{ 'admissions.conflicts.clear-why' | transloco }}</mat-label>
        <textarea matInput rows="2" [formField]="form.reason"></textarea>
        <mat-error><lib-field-error [field]="form.reason" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-stroked-button [disabled]="form().submitting()">
          {{ 'admissions.conflicts.clear' | transloco }}
        </button>
        <button mat-button type="button" (click)="left.emit()">{{ 'admissions.conflicts.leave' | transloco }}</button>
      </div>
    </form>
  `,
  styles: 'form { margin-top: var(--s3); } p { margin: 0; }',
})
export class ClearForm {
  readonly editionId = input.required<string>();
  readonly conflicts = input.required<readonly Clearable[]>();
  readonly cleared = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly form = formForReason(1000, async (body) => {
    for (const { id } of this.conflicts())
      await this.api.send(clearConflict, { params: { editionId: this.editionId(), conflictId: id }, body });
    this.notices.tell('conflict-cleared');
    this.cleared.emit();
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('textarea')?.focus());
  }
}
