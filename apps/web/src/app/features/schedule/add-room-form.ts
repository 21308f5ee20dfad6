import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { addRoom } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { formToSend, Send, TextField } from '../../ui/form';

/** A room that is not on the list yet. */
@Component({
  selector: 'lib-add-room-form',
  imports: [FormRoot, Send, TextField, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'schedule.room.title' | transloco }}</h2>
    <form class="form" [formRoot]="form">
      <lib-text-field [label]="'schedule.room.venue' | transloco" [field]="form.venue" />
      <lib-text-field [label]="'schedule.room.address' | transloco" [field]="form.address" />
      <lib-text-field [label]="'schedule.room.name' | transloco" [field]="form.name" />
      <lib-text-field [label]="'schedule.room.capacity' | transloco" type="number" [field]="form.capacity" />
      <lib-send [form]="form" [verb]="'schedule.room.do' | transloco" outlined />
    </form>
  `,
})
export class AddRoomForm {
  readonly editionId = input.required<string>();
  /** The id of the room that was added. */
  readonly added = output<string>();

  private readonly api = inject(Api);
  private readonly model = signal({ venue: '', address: '', name: '', capacity: 30 });
  protected readonly form = formToSend(addRoom, this.model, async () => {
    const { id } = await this.api.send(addRoom, { params: { editionId: this.editionId() }, body: this.model() });
    this.added.emit(id);
  });
}
