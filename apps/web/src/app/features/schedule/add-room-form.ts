import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, max, maxLength, min, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { addRoom } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { FieldError, FormProblem, formToSend } from '../../ui/form';

/** A room that is not on the list yet. */
@Component({
  selector: 'lib-add-room-form',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'schedule.room.title' | transloco }}</h2>
    <form class="form" [formRoot]="form">
      <mat-form-field>
        <mat-label>{{ 'schedule.room.venue' | transloco }}</mat-label>
        <input matInput [formField]="form.venue" />
        <mat-error><lib-field-error [field]="form.venue" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'schedule.room.address' | transloco }}</mat-label>
        <input matInput [formField]="form.address" />
        <mat-error><lib-field-error [field]="form.address" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'schedule.room.name' | transloco }}</mat-label>
        <input matInput [formField]="form.name" />
        <mat-error><lib-field-error [field]="form.name" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'schedule.room.capacity' | transloco }}</mat-label>
        <input matInput type="number" [formField]="form.capacity" />
        <mat-error><lib-field-error [field]="form.capacity" /></mat-error>
      </mat-form-field>
      <lib-form-problem [form]="form" />
      <div class="row">
        <button mat-stroked-button [disabled]="form().submitting()">{{ 'schedule.room.do' | transloco }}</button>
      </div>
    </form>
  `,
})
export class AddRoomForm {
  readonly editionId = input.required<string>();
  /** The id of the room that was added. */
  readonly added = output<string>();

  private readonly api = inject(Api);
  private readonly model = signal({ venue: '', address: '', name: '', capacity: 30 });
  protected readonly form = formToSend(
    this.model,
    (path) => {
      required(path.venue);
      maxLength(path.venue, 120);
      required(path.address);
      maxLength(path.address, 200);
      required(path.name);
      maxLength(path.name, 80);
      min(path.capacity, 1);
      max(path.capacity, 5000);
    },
    async () => {
      const { id } = await this.api.send(addRoom, { params: { editionId: this.editionId() }, body: this.model() });
      this.added.emit(id);
    },
  );
}
