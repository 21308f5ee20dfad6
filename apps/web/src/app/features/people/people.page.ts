import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { heldRoles, type PeopleSort, readPeople } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Choice, Choose, ChooseAll, Chosen } from '../../ui/choosing';
import { Empty } from '../../ui/empty';
import { FilterBy } from '../../ui/filter-by';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { FullNamePipe, ListedNamePipe } from '../../ui/person-name.pipes';
import { SearchBox } from '../../ui/search-box';
import { SortHead } from '../../ui/sort-head';
import { Waiting } from '../../ui/waiting';
import { editionsToChoose } from './editions-to-choose';

/** Everybody with an account, or with a role in one edition, with their roles. */
@Component({
  selector: 'lib-people-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    Choose,
    ChooseAll,
    Chosen,
    Empty,
    FilterBy,
    FullNamePipe,
    ListedNamePipe,
    PageHeader,
    Pager,
    SearchBox,
    SortHead,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people.page.html',
  styles: '.roles { margin: 0; padding: 0; list-style: none; } .email { font-weight: 400; }',
})
export class PeoplePage {
  readonly q = input<string>();
  readonly edition = input<string>();
  readonly role = input<(typeof heldRoles)[number] | undefined, string | undefined>(undefined, {
    transform: (role) => heldRoles.find((one) => one === role),
  });
  readonly sort = input<PeopleSort>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly editionsAsked = editionsToChoose(() => this.edition());
  protected readonly people = this.api.read(readPeople, () => ({
    query: { q: this.q(), editionId: this.edition(), role: this.role(), sort: this.sort(), after: this.after() },
  }));
  protected readonly roles = heldRoles;
  protected readonly isSearching = computed(() => Boolean(this.q() || this.edition() || this.role()));
  protected readonly choice = new Choice(() => (this.people.value()?.items ?? []).map(({ id }) => id));
  /** Opens a mail in one's own program to everybody chosen; none of them sees the others. */
  protected readonly mailToChosen = computed(() => {
    const addresses = (this.people.value()?.items ?? [])
      .filter(({ id }) => this.choice.has(id))
      .map(({ email }) => encodeURIComponent(email));
    return `mailto:?bcc=${addresses.join(',')}`;
  });
}
