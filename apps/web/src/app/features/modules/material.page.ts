import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { openMaterial, readMaterial } from '@libretto/contracts';
import { canBeMarked, type ProgressStep } from '@libretto/domain';
import { Api, fileAddress } from '../../platform/api';
import {
  directionOf,
  InLanguagePipe,
  languageAmong,
  LanguageNamesPipe,
  ReadingLanguage,
  SentencePipe,
} from '../../platform/language';
import { FileView } from '../../ui/file-view';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { injectFollow } from './follow';
import { MaterialAbout } from './material-about';
import { PageContent } from './pages/page-content';
import { PageVideo } from './pages/page-video';
import { TakeTest } from './self-tests/take-test';

/** One material of a module, read in place, with the way on. */
@Component({
  selector: 'lib-material-page',
  imports: [
    FileView,
    InLanguagePipe,
    LanguageNamesPipe,
    MatButtonModule,
    MaterialAbout,
    PageContent,
    PageHeader,
    PageVideo,
    RouterLink,
    SentencePipe,
    TakeTest,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './material.page.html',
  styleUrl: './material.page.css',
})
export class MaterialPage {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();

  protected readonly canBeMarked = canBeMarked;
  private readonly tell = injectFollow();
  private readonly reading = inject(ReadingLanguage);
  protected readonly material = inject(Api).read(readMaterial, () => ({
    params: { editionId: this.editionId(), materialId: this.materialId() },
  }));
  protected readonly progress = linkedSignal(() => this.material.value()?.progress ?? null);
  /** The material as the reader has it by now. */
  protected readonly now = computed(() => {
    const material = this.material.value();
    return material && { ...material, progress: this.progress() };
  });
  protected readonly languages = computed(() => Object.keys(this.material.value()?.texts ?? {}));
  /** In which the page is read: the reader may choose another one here. */
  protected readonly language = linkedSignal(() => languageAmong(this.languages(), this.reading.code()) ?? '');
  protected readonly direction = computed(() => directionOf(this.language()));
  protected readonly text = computed(() => this.material.value()?.texts[this.language()]);
  protected readonly file = computed(() =>
    fileAddress(openMaterial, { params: { editionId: this.editionId(), materialId: this.materialId() } }),
  );

  constructor() {
    // A link is opened where it leads; everything else is open with this page.
    effect(() => {
      const material = this.material.value();
      if (material && material.kind !== 'link') untracked(() => void this.follow('opened'));
    });
  }

  protected async follow(step: ProgressStep): Promise<void> {
    const material = this.now();
    if (material?.can.follow) this.progress.set(await this.tell(this.editionId(), material, step));
  }
}
