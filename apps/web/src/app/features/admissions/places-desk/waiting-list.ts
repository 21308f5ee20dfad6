import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingListView } from '@libretto/contracts';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { ClockTimePipe, LongDayPipe } from '../../../platform/time';
import { Status } from '../../../ui/status';

type Entry = WaitingListView['items'][number];

/** The waiting lists: each person's position, since when they wait, and the obstacle to a place. */
@Component({
  selector: 'lib-waiting-list',
  imports: [RouterLink, SentencePipe, ClockTimePipe, CountryNamePipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './waiting-list.html',
  styles: '.register + h3 { margin-top: var(--s6); }',
})
export class WaitingList {
  readonly editionId = input.required<string>();
  readonly entries = input.required<readonly Entry[]>();

  protected readonly lists = computed(() => {
    const lists = new Map<string | null, Entry[]>();
    for (const entry of this.entries()) lists.set(entry.list, [...(lists.get(entry.list) ?? []), entry]);
    return [...lists].map(([country, entries]) => ({ country, entries }));
  });
}
