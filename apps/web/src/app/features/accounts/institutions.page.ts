import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type InstitutionRecord, listInstitutions } from '@libretto/contracts';
import { Api, lastOf } from '../../platform/api';
import { CountryNamePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Pager } from '../../ui/pager';
import { SearchBox } from '../../ui/search-box';
import { Status } from '../../ui/status';
import { Waiting } from '../../ui/waiting';
import { EditInstitution } from './edit-institution';
import { MergeInstitution } from './merge-institution';

const states = ['proposed', 'confirmed'] as const;

/** The institutions of this installation, for the coordinators who keep the list. */
@Component({
  selector: 'lib-institutions-page',
  imports: [
    MatButtonModule, MatFormFieldModule, MatInputModule, RouterLink, TranslocoPipe, CountryNamePipe, LongDayPipe,
    EditInstitution, Empty, MergeInstitution, PageHeader, Pager, SearchBox, Status, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './institutions.page.html',
})
export class InstitutionsPage {
  readonly after = input<string>();
  readonly q = input<string>();
  readonly state = input<(typeof states)[number] | undefined, string | undefined>(undefined, { transform: (state) => states.find((one) => one === state) });

  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly states = states;
  protected readonly institutions = inject(Api).read(listInstitutions, () => ({ query: { q: this.q(), state: this.state(), after: this.after() } }));
  protected readonly view = lastOf(this.institutions);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.state()));
  protected readonly isAdding = signal(false);
  /** Of which row a form is open, and which. */
  protected readonly open = signal<{ id: string; form: 'edit' | 'merge' } | null>(null);

  protected keepTo(state: string): void {
    void this.router.navigate(['/institutions'], { queryParams: { state: state || null, after: null }, queryParamsHandling: 'merge' });
  }

  protected show({ id }: InstitutionRecord, form: 'edit' | 'merge'): void {
    this.open.set({ id, form });
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
