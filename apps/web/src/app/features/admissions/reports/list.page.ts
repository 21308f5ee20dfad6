import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { type ApplicationsFilter, type ApplicationsSort, readApplications, whatBecame } from '@libretto/contracts';
import { applicationStates } from '@libretto/domain';
import { Api, lastOf } from '../../../platform/api';
import { SignedIn } from '../../../platform/people';
import { CountryNamePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Choice, Choose, ChooseAll, Chosen } from '../../../ui/choosing';
import { Empty } from '../../../ui/empty';
import { FilterBy } from '../../../ui/filter-by';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SortHead } from '../../../ui/sort-head';
import { Status, type Tone } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { outcomeTones } from '../dossier/outcome-tones';
import { Extracts } from './extracts';

/**
 * The register of an edition's applications. Each filter is in the address, so that figures and people can link to it.
 */
@Component({
  selector: 'lib-list-page',
  imports: [
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    SentencePipe,
    Choose,
    ChooseAll,
    Chosen,
    CountryNamePipe,
    Empty,
    Extracts,
    FilterBy,
    LongDayPipe,
    PageHeader,
    Pager,
    SortHead,
    Status,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list.page.html',
  styleUrl: './list.page.css',
})
export class ListPage {
  readonly editionId = input.required<string>();
  readonly name = input<ApplicationsFilter['name']>();
  readonly state = input<ApplicationsFilter['state']>();
  readonly outcome = input<ApplicationsFilter['outcome']>();
  readonly country = input<ApplicationsFilter['country']>();
  readonly institutionId = input<ApplicationsFilter['institutionId']>();
  readonly milestone = input<ApplicationsFilter['milestone']>();
  readonly from = input<ApplicationsFilter['from']>();
  readonly until = input<ApplicationsFilter['until']>();
  readonly sort = input<ApplicationsSort>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  private readonly files = viewChild(Extracts);
  protected readonly states = applicationStates;
  protected readonly tones: Readonly<Record<string, Tone>> = {
    ...outcomeTones,
    submitted: 'now',
    'under-review': 'now',
    returned: 'wait',
    appealed: 'wait',
  };

  protected readonly filter = computed(() => ({
    name: this.name(),
    state: this.state(),
    outcome: this.outcome(),
    country: this.country(),
    institutionId: this.institutionId(),
    milestone: this.milestone(),
    from: this.from(),
    until: this.until(),
  }));
  protected readonly isNarrowed = computed(() => Object.values(this.filter()).some((value) => value !== undefined));
  protected readonly asked = inject(Api).read(readApplications, () => ({
    params: { editionId: this.editionId() },
    query: { ...this.filter(), sort: this.sort(), after: this.after() },
  }));
  protected readonly list = lastOf(this.asked);
  private readonly signedIn = inject(SignedIn);
  /**
   * Members of the commission open the application itself; a coordinator opens the account, the letters, or the place.
   */
  protected readonly sits = computed(() =>
    this.signedIn.rolesIn(this.editionId()).some((role) => ['member', 'chair', 'deputy'].includes(role)),
  );

  protected readonly coordinates = this.signedIn.is('coordinator');

  protected readonly choice = new Choice(() =>
    (this.list()?.items ?? []).flatMap(({ applicationId, submittedAt }) => (submittedAt ? [applicationId] : [])),
  );

  protected readonly outcomes = computed(() =>
    whatBecame.filter(
      (outcome) => outcome !== 'admitted-by-exception' || this.list()?.knowsException || outcome === this.outcome(),
    ),
  );

  protected search(name: string): void {
    const queryParams = { name: name.trim() || null, after: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async bindChosen(): Promise<void> {
    await this.files()?.dossiers(this.choice.chosen());
    this.choice.set([]);
    document.getElementById('files')?.scrollIntoView({ block: 'start' });
  }

  protected async bind(applicationId: string): Promise<void> {
    await this.files()?.dossier(applicationId);
    document.getElementById('files')?.scrollIntoView({ block: 'start' });
  }
}
