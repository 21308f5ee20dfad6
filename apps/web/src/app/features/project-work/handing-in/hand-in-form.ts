import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { fileExtensions, handInWork, type ProjectWorkView, type WorkVersion } from '@libretto/contracts';
import { countWords, endingsOfKinds, mostMegabytesOfFile } from '@libretto/domain';
import { Api } from '../../../platform/api';
import { typedHere } from '../../../platform/drafts';
import { SentencePipe } from '../../../platform/language';
import { Moment } from '../../../platform/time';
import { ErrorPanel } from '../../../ui/error-panel';
import { FileDrop } from '../../../ui/file-drop';
import { formToSend, Send, TextField } from '../../../ui/form';
import { KilobytesPipe } from '../../../ui/kilobytes.pipe';
import { ChosenFiles } from './chosen-files';
import { Originality } from './originality';

/** What is typed for a version. */
interface Typed {
  readonly links: string[];
  readonly text: string;
}

/**
 * The next version of a group's work: its files, each on its way by itself, its links and its text, which this browser
 * keeps until they are handed in.
 */
@Component({
  selector: 'lib-hand-in-form',
  imports: [
    ErrorPanel,
    FileDrop,
    FormRoot,
    KilobytesPipe,
    MatButtonModule,
    Moment,
    Originality,
    Send,
    SentencePipe,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './hand-in-form.html',
  styleUrl: './hand-in-form.css',
})
export class HandInForm {
  readonly editionId = input.required<string>();
  readonly view = input.required<ProjectWorkView>();
  /** The newest version of this attempt. */
  readonly before = input.required<WorkVersion | undefined>();
  /** The number of the version that came in. */
  readonly handedIn = output<number>();
  /** The api knows of another upload. */
  readonly changed = output();

  private readonly api = inject(Api);
  protected readonly megabytes = mostMegabytesOfFile;
  protected readonly parts = computed(() => this.view().parts);
  protected readonly files = new ChosenFiles(
    () => ({ editionId: this.editionId(), view: this.view(), before: this.before() }),
    () => this.changed.emit(),
  );
  protected readonly ready = computed(() => this.files.all().flatMap(({ id }) => id ?? []));
  protected readonly areOnTheWay = computed(() =>
    this.files.all().some(({ state }) => state === 'sending' || state === 'looking' || state === 'waiting'),
  );
  protected readonly accept = computed(() => {
    const { kinds } = this.parts().files;
    return (kinds ? endingsOfKinds(kinds).map((ending) => `.${ending}`) : fileExtensions).join(',');
  });
  protected readonly version = computed(() => (this.before()?.version ?? 0) + 1);
  /** Whether the statement of originality is given for this brief and attempt. */
  protected readonly isOriginal = linkedSignal<string, boolean>({
    source: () => this.name(),
    computation: () => false,
  });

  /** What the version before says. */
  private readonly stored = computed((): Typed => {
    const { links } = this.parts();
    const before = this.before();
    const asked = Array.from({ length: Math.min(links.least, links.most) }, () => '');
    return { links: before?.links.length ? [...before.links] : asked, text: before?.text ?? '' };
  });
  private readonly name = computed(() => {
    const { briefId, attempt } = this.view();
    return `hand-in/${this.editionId()}/${briefId}/${attempt}`;
  });
  /** What somebody typed stays when another member of the group hands in meanwhile. */
  private readonly model = typedHere(this.name, this.stored);
  protected readonly form = formToSend(handInWork, this.model, () => this.handIn(), {
    body: ({ links, text }) => ({ files: this.ready(), links, text, isOriginal: this.isOriginal() }),
  });
  protected readonly links = computed(() => this.model().links);
  protected readonly words = computed(() => countWords(this.model().text));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.files.stop());
  }

  protected addLink(): void {
    this.model.update((model) => ({ ...model, links: [...model.links, ''] }));
  }

  protected removeLink(at: number): void {
    this.model.update((model) => ({ ...model, links: model.links.filter((_, place) => place !== at) }));
  }

  private async handIn(): Promise<void> {
    const version = this.version();
    const { links, text } = this.model();
    await this.api.send(handInWork, {
      params: { editionId: this.editionId() },
      query: { brief: this.view().briefId },
      body: { files: this.ready(), links, text, isOriginal: this.isOriginal() },
    });
    this.files.clear();
    this.model.set(this.stored());
    this.isOriginal.set(false);
    this.handedIn.emit(version);
  }
}
