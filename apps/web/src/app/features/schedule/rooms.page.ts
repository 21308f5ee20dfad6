import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { readPlanning } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { RoomForm } from './room-form';

/** The rooms in which every edition meets: listed, added and changed. */
@Component({
  selector: 'lib-rooms-page',
  imports: [Empty, MatButtonModule, PageHeader, RoomForm, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rooms.page.html',
})
export class RoomsPage {
  readonly editionId = input.required<string>();

  protected readonly planning = inject(Api).read(readPlanning, () => ({ params: { editionId: this.editionId() } }));
  /** The room that is being changed, or a new one. */
  protected readonly open = signal<string | undefined>(undefined);
  protected readonly fresh = 'new';

  protected close(): void {
    this.open.set(undefined);
    this.planning.reload();
  }
}
