import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readOpenEditions, readProgramme } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { CountryNamePipe, InLanguagePipe, LanguageNamesPipe } from '../../platform/language';
import { LongDayPipe, Moment } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { Illustrative } from './illustrative';
import { ModuleLine } from './module-line';
import { ProgrammeFacts } from './programme-facts';

/** One programme, for somebody who thinks of applying: subject, audience, hours, awarding body, and how to apply. */
@Component({
  selector: 'lib-programme-page',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    CountryNamePipe,
    Illustrative,
    InLanguagePipe,
    LanguageNamesPipe,
    LongDayPipe,
    ModuleLine,
    Moment,
    PageHeader,
    ProgrammeFacts,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme.page.html',
  styles: '.foot { margin-top: var(--s5); }',
})
export class ProgrammePage {
  readonly slug = input.required<string>();

  private readonly api = inject(Api);
  protected readonly programme = this.api.read(readProgramme, () => ({ params: { slug: this.slug() } }));
  private readonly open = this.api.read(readOpenEditions, () => ({ query: { programme: this.slug() } }));

  protected readonly editions = computed(() => this.open.value()?.items ?? []);
  /** The edition to apply for now: the one with the earliest deadline. */
  protected readonly next = computed(
    () =>
      this.editions()
        .filter((edition) => edition.takesApplications)
        .sort((one, other) => one.applicationsCloseAt.localeCompare(other.applicationsCloseAt))[0],
  );
  protected readonly required = computed(() => this.criteria('required'));
  protected readonly preferred = computed(() => this.criteria('preferred'));

  private criteria(kind: 'required' | 'preferred') {
    return this.programme.value()?.definition.admission.criteria.filter((criterion) => criterion.kind === kind) ?? [];
  }
}
