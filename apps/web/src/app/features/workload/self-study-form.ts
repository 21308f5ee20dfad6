import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { declareSelfStudy } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { HoursPipe, today } from '../../platform/time';
import { FormProblem, formToSend, TextField } from '../../ui/form';

/** Declares self-study of one day for a module, within its cap. */
@Component({
  selector: 'lib-self-study-form',
  imports: [FormProblem, FormRoot, HoursPipe, MatButtonModule, TextField, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p>{{ 'workload.declare.left' | transloco: { minutes: left(), left: left() | hours } }}</p>
    @if (left() > 0) {
      <form [formRoot]="form">
        <div class="row">
          <lib-text-field [label]="'workload.declare.day' | transloco" type="date" [field]="form.day" />
          <lib-text-field
            [label]="'workload.declare.minutes' | transloco"
            type="number"
            inputmode="numeric"
            [step]="5"
            [field]="form.minutes"
          />
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
  /** One per entry: sending it twice, after a broken connection, writes it once. */
  private readonly entryId = signal(v7());
  protected readonly added = signal<number | undefined>(undefined);
  private readonly model = signal({ day: today(), minutes: 60 });
  protected readonly form = formToSend(declareSelfStudy, this.model, () => this.declare());

  private async declare(): Promise<void> {
    const { day, minutes } = this.model();
    const params = { editionId: this.editionId(), moduleNumber: this.moduleNumber() };
    await this.api.send(declareSelfStudy, { params, body: { entryId: this.entryId(), day, minutes } });
    this.entryId.set(v7());
    this.added.set(minutes);
    this.declared.emit();
  }
}
