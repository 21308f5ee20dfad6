import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { addRoom, changeRoom, type Room } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';

const empty = { venue: '', address: '', coordinates: '', radius: 0, name: '', capacity: 30, accessibility: '' };

/** A room that is not on the list yet or, if one is given, what is known of it. */
@Component({
  selector: 'lib-room-form',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ (room() ? 'schedule.room.edit' : 'schedule.room.title') | transloco: { name: room()?.name ?? '' } }}</h2>
    <form class="form" [formRoot]="form">
      <lib-text-field [label]="'schedule.room.venue' | transloco" [field]="form.venue" />
      <lib-text-field [label]="'schedule.room.address' | transloco" [field]="form.address" />
      <lib-text-field
        [label]="'schedule.room.coordinates' | transloco"
        [hint]="'schedule.room.coordinates-hint' | transloco"
        [field]="form.coordinates"
      />
      <lib-text-field
        [label]="'schedule.room.radius' | transloco"
        [hint]="'schedule.room.radius-hint' | transloco"
        type="number"
        [field]="form.radius"
      />
      <lib-text-field [label]="'schedule.room.name' | transloco" [field]="form.name" />
      <lib-text-field [label]="'schedule.room.capacity' | transloco" type="number" [field]="form.capacity" />
      <lib-text-field
        [label]="'schedule.room.accessibility' | transloco"
        [hint]="'schedule.room.accessibility-hint' | transloco"
        [rows]="3"
        [field]="form.accessibility"
      />
      <lib-send [form]="form" [verb]="verb() | transloco" outlined />
    </form>
  `,
})
export class RoomForm {
  readonly editionId = input.required<string>();
  readonly room = input<Room>();
  /** The id of the room that was saved. */
  readonly saved = output<string>();

  private readonly api = inject(Api);
  protected readonly verb = computed(() => (this.room() ? 'schedule.room.save' : 'schedule.room.do'));
  private readonly model = linkedSignal(() => {
    const { venue, address, coordinates, radius, name, capacity, accessibility } = this.room() ?? empty;
    return { venue, address, coordinates, radius, name, capacity, accessibility };
  });
  protected readonly form = formToSend(addRoom, this.model, async (body) => {
    const editionId = this.editionId();
    const roomId = this.room()?.id;
    if (roomId) await this.api.send(changeRoom, { params: { editionId, roomId }, body });
    this.saved.emit(roomId ?? (await this.api.send(addRoom, { params: { editionId }, body })).id);
  });
}
