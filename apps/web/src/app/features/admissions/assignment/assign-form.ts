import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { assignDossiers, type AssignmentView } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { FormProblem, formToSend, TextField } from '../../../ui/form';

const usualDays = 14;

/** The changes that a run would make, in figures, and the button that makes it. */
@Component({
  selector: 'lib-assign-form',
  imports: [FormProblem, FormRoot, MatButtonModule, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './assign-form.html',
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
