import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readHours, readHoursFile } from '@libretto/contracts';
import { allMinutes, type MinutesByKind, workloadKinds } from '@libretto/domain';
import { Api, fileAddress, lastOf } from '../../platform/api';
import { CountryNamePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Empty } from '../../ui/empty';
import { FilterBy } from '../../ui/filter-by';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { ApproveForm } from './approve-form';

/** The hours of everybody in an edition: who is behind, more self-study for many at once, and files of them. */
@Component({
  selector: 'lib-hours-page',
  imports: [
    ApproveForm,
    Choose,
    ChooseAll,
    Chosen,
    CountryNamePipe,
    Empty,
    FilterBy,
    HoursPipe,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    SentencePipe,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './hours.page.html',
  styles: 'th .small { font-weight: 400; }',
})
export class HoursPage {
  readonly editionId = input.required<string>();
  /** Search, filter and sort order, all from the address. */
  readonly q = input<string>();
  readonly behind = input<'true' | undefined, string | undefined>(undefined, {
    transform: (behind) => (behind === 'true' ? behind : undefined),
  });
  readonly sort = input<'name' | '-name' | 'institution' | '-institution'>();
  readonly after = input<string>();

  protected readonly asked = inject(Api).read(readHours, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), behind: this.behind(), sort: this.sort(), after: this.after() },
  }));
  protected readonly hours = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.behind()));
  protected readonly choice = new Choice(() => (this.hours()?.items ?? []).map(({ enrolmentId }) => enrolmentId));
  protected readonly kinds = workloadKinds;
  private readonly reading = inject(ReadingLanguage);

  protected all(minutes: MinutesByKind): number {
    return allMinutes(minutes);
  }

  protected credits(minutes: MinutesByKind): string {
    return (allMinutes(minutes) / (this.hours()?.minutesPerEcts ?? 1)).toFixed(2);
  }

  protected file(format: 'csv' | 'xlsx'): string {
    return fileAddress(readHoursFile, {
      params: { editionId: this.editionId() },
      query: { format, language: this.reading.code() },
    });
  }
}
