import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  changeInstitution,
  type InstitutionRecord,
  type InstitutionsSort,
  listInstitutions,
} from '@libretto/contracts';
import { Api, lastOf } from '../../platform/api';
import { ByCountryNamePipe, CountryNamePipe, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { FilterBy } from '../../ui/filter-by';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { EditInstitution } from './edit-institution';
import { MergeInstitution } from './merge-institution';

const states = ['proposed', 'confirmed'] as const;

/** The institutions of this installation, for the coordinators who keep the list. */
@Component({
  selector: 'lib-institutions-page',
  imports: [
    ByCountryNamePipe,
    Choose,
    ChooseAll,
    Chosen,
    CountryNamePipe,
    EditInstitution,
    Empty,
    FilterBy,
    LongDayPipe,
    MatButtonModule,
    MergeInstitution,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    SearchBox,
    SortHead,
    Status,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './institutions.page.html',
})
export class InstitutionsPage {
  readonly after = input<string>();
  readonly q = input<string>();
  readonly country = input<string>();
  readonly state = input<(typeof states)[number] | undefined, string | undefined>(undefined, {
    transform: (state) => states.find((one) => one === state),
  });
  readonly sort = input<InstitutionsSort>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly states = states;
  protected readonly institutions = this.api.read(listInstitutions, () => ({
    query: { q: this.q(), country: this.country(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly view = lastOf(this.institutions);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.country() || this.state()));
  private readonly proposals = computed(() => (this.view()?.items ?? []).filter(({ state }) => state === 'proposed'));
  protected readonly choice = new Choice(() => this.proposals().map(({ id }) => id));
  protected readonly sending = new Sending();
  protected readonly isAdding = signal(false);
  /** The row with an open form, and the kind of form. */
  protected readonly open = signal<{ id: string; form: 'edit' | 'merge' } | null>(null);

  protected show({ id }: InstitutionRecord, form: 'edit' | 'merge'): void {
    this.open.set({ id, form });
  }

  /** Confirms them as proposed: a proposal that needs a correction is reviewed by itself. */
  protected async confirmChosen(): Promise<void> {
    const done = await this.sending.runEach(
      this.proposals().filter(({ id }) => this.choice.has(id)),
      ({ id, name, country, website }) =>
        this.api.send(changeInstitution, {
          params: { institutionId: id },
          body: { name, country, website: website ?? '' },
        }),
    );
    if (done.length) this.notices.tell('institutions-confirmed', { institutions: done.length });
    this.choice.set([]);
    this.institutions.reload();
  }

  protected finish(what: 'added' | 'saved' | 'merged', name: string): void {
    this.leave();
    this.notices.tell(`institution-${what}`, { name });
    this.institutions.reload();
  }

  protected leave(): void {
    this.isAdding.set(false);
    this.open.set(null);
  }
}
