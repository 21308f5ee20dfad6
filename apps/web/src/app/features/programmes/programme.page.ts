import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { readOpenEditions, readProgramme, readProgrammeFile, readSampleCertificate } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api, fileAddress } from '../../platform/api';
import { CountryNamePipe, InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { LongDayPipe, Moment } from '../../platform/time';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { Illustrative } from './illustrative';
import { ModuleLine } from './module-line';
import { ProgrammeAward } from './programme-award';
import { ProgrammeFacts } from './programme-facts';

/** One programme, for somebody who thinks of applying: subject, audience, hours, awarding body, and how to apply. */
@Component({
  selector: 'lib-programme-page',
  imports: [
    MatButtonModule,
    RouterLink,
    SentencePipe,
    CountryNamePipe,
    Illustrative,
    InLanguagePipe,
    LanguageNamesPipe,
    LongDayPipe,
    ModuleLine,
    Moment,
    PageHeader,
    ProgrammeAward,
    ProgrammeFacts,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme.page.html',
  styles: '.foot { margin-top: var(--s5); }',
})
export class ProgrammePage {
  readonly slug = input.required<string>();
  /** The key of a degree of cooperation's name: there are three. */
  protected readonly cooperation = (degree: number) =>
    `programmes.cooperation.${String(degree) as KeyBelow<'programmes.cooperation'>}` as const;

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
  private readonly signedIn = inject(SignedIn);
  /** The answer is the same for all: what a coordinator does from here is said by the role. */
  protected readonly mayPlan = computed(() => this.signedIn.is('coordinator'));
  protected readonly fileAddress = computed(() => fileAddress(readProgrammeFile, { params: { slug: this.slug() } }));
  protected readonly sampleAddress = computed(() =>
    fileAddress(readSampleCertificate, { params: { slug: this.slug() } }),
  );
  protected readonly required = computed(() => this.criteria('required'));
  protected readonly preferred = computed(() => this.criteria('preferred'));

  private criteria(kind: 'required' | 'preferred') {
    return this.programme.value()?.definition.admission.criteria.filter((criterion) => criterion.kind === kind) ?? [];
  }
}
