import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { clearConflict } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { formToSend, Send, TextField } from '../../../ui/form';
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
  imports: [FormRoot, MatButtonModule, Send, TextField, SentencePipe],
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
      <lib-text-field [label]="'admissions.conflicts.clear-why' | transloco" [rows]="2" [field]="form.reason" />
      <lib-send [form]="form" [verb]="'admissions.conflicts.clear' | transloco" outlined>
        <button mat-button type="button" (click)="left.emit()">{{ 'admissions.conflicts.leave' | transloco }}</button>
      </lib-send>
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
  protected readonly form = formToSend(clearConflict, signal({ reason: '' }), async (body) => {
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
