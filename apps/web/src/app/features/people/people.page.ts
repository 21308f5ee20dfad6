import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readEditions, readPeople } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { Waiting } from '../../ui/waiting';

/** Everybody who has an account, or whoever has a role in one edition, with their roles. */
@Component({
  selector: 'lib-people-page',
  imports: [MatButtonModule, MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe, Empty, PageHeader, Pager, SearchBox, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people.page.html',
  styles: '.roles { margin: 0; padding: 0; list-style: none; } .email { font-weight: 400; }',
})
export class PeoplePage {
  readonly q = input<string>();
  readonly edition = input<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly editions = this.api.read(readEditions, () => ({ query: {} }));
  protected readonly people = this.api.read(readPeople, () => ({ query: { q: this.q(), editionId: this.edition(), after: this.after() } }));
  protected readonly isSearching = computed(() => Boolean(this.q() || this.edition()));

  protected choose(editionId: string): void {
    void this.router.navigate([], { queryParams: { edition: editionId || null, after: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
