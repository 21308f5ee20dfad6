import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AttendanceGridPage, type Glance, readAttendanceGrid } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { CountryNamePipe, SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';

/** In pixels, as the style sheet has it. */
const rowHeight = 52;
/** The rows before the end of what is loaded at which the next page is asked for. */
const ahead = 15;

/**
 * People × sessions, one letter a mark, and each person's hours. Only the rows in sight are in the page; the next page of
 * people is fetched when somebody scrolls towards it.
 */
@Component({
  selector: 'lib-attendance-grid',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    CountryNamePipe,
    HoursPipe,
    LongDayPipe,
    RouterLink,
    SentencePipe,
    Status,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-grid.html',
  styleUrl: './attendance-grid.css',
})
export class AttendanceGrid {
  readonly editionId = input.required<string>();
  readonly sessions = input.required<Glance['sessions']>();
  readonly participants = input.required<number>();
  readonly first = input.required<AttendanceGridPage>();

  private readonly api = inject(Api);
  /** The pages so far; the first one begins them anew. */
  private readonly pages = linkedSignal(() => [this.first()]);
  private isFetching = false;

  protected readonly rowHeight = rowHeight;
  protected readonly people = computed(() => this.pages().flatMap(({ people }) => people));
  /** The sticky head stands within what the viewport moves: it moves back by as much. */
  protected readonly headTop = signal(0);
  protected readonly height = computed(() => Math.min(this.people().length + 1, 12) * rowHeight + 24);

  protected person(_: number, { enrolmentId }: { enrolmentId: string }): string {
    return enrolmentId;
  }

  /** The browser's own jump is an animation, which it drops where rows are exchanged under it. */
  protected jump(pressed: Event, viewport: CdkVirtualScrollViewport, row: number): void {
    pressed.preventDefault();
    viewport.scrollToIndex(row);
  }

  protected async scrolled(viewport: CdkVirtualScrollViewport): Promise<void> {
    this.headTop.set(-(viewport.getOffsetToRenderedContentStart() ?? 0));
    const after = this.pages().at(-1)?.next;
    if (!after || this.isFetching || viewport.getRenderedRange().end < this.people().length - ahead) return;
    this.isFetching = true;
    try {
      const params = { editionId: this.editionId() };
      const page = await this.api.send(readAttendanceGrid, { params, query: { after } });
      this.pages.update((pages) => [...pages, page]);
    } finally {
      this.isFetching = false;
    }
  }
}
