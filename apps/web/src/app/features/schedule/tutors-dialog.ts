import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { assignTutors } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Refused, Sending } from '../../ui/sending';

interface Tutor {
  readonly id: string;
  readonly name: string;
}

export interface TutorsToChoose {
  readonly editionId: string;
  readonly session: { readonly id: string; readonly title: string; readonly tutors: readonly Tutor[] };
  readonly tutors: readonly Tutor[];
}

/** Chooses who of the edition's tutors is assigned to a session. */
@Component({
  selector: 'lib-tutors-dialog',
  imports: [MatButtonModule, MatDialogModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ 'schedule.tutors.title' | transloco: { title: asked.session.title } }}</h2>
    <mat-dialog-content>
      <p class="soft">{{ 'schedule.tutors.state' | transloco }}</p>
      @for (tutor of asked.tutors; track tutor.id) {
        <p>
          <label>
            <input #box type="checkbox" [checked]="chosen().includes(tutor.id)" (change)="choose(tutor, box.checked)" />
            {{ tutor.name }}
          </label>
        </p>
      }
      <lib-refused [of]="sending" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button [mat-dialog-close]="false">{{ 'schedule.leave' | transloco }}</button>
      <button mat-flat-button [disabled]="sending.isBusy()" (click)="assign()">
        {{ 'schedule.tutors.do' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
})
export class TutorsDialog {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialogRef<TutorsDialog, boolean>);
  protected readonly asked = inject<TutorsToChoose>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly chosen = signal<readonly string[]>(this.asked.session.tutors.map(({ id }) => id));

  protected choose({ id }: Tutor, isChosen: boolean): void {
    this.chosen.update((chosen) => (isChosen ? [...chosen, id] : chosen.filter((one) => one !== id)));
  }

  protected async assign(): Promise<void> {
    const params = { editionId: this.asked.editionId, sessionId: this.asked.session.id };
    await this.sending.run(async () => {
      await this.api.send(assignTutors, { params, body: { tutorIds: [...this.chosen()] } });
      this.dialog.close(true);
    });
  }
}
