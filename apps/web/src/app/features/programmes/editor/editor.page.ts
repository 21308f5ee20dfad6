import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { DomSanitizer } from '@angular/platform-browser';
import { Router } from '@angular/router';
import {
  checkProgramme,
  previewCertificate,
  publishProgramme,
  readProgrammeFile,
  readProgrammeSchema,
  type ReplyOf,
} from '@libretto/contracts';
import { pathFrom } from '@libretto/domain';
import { Api, keepFile } from '../../../platform/api';
import { KeptHere } from '../../../platform/drafts';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { Soon } from '../../../platform/time/soon';
import { Embedded } from '../../../ui/embedded';
import { outlinedFields } from '../../../ui/form/outlined-fields';
import { FileDrop } from '../../../ui/file-drop';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { RefusalPipe } from '../../../ui/refusal.pipe';
import { Refused, Sending } from '../../../ui/sending';
import { Waiting } from '../../../ui/waiting';
import type { JsonSchema } from './json-schema';
import { PartByHand } from './part-by-hand';
import { PartField } from './part-field';
import { partsOfFile } from './parts-of-file';
import { ProgrammeEditing } from './programme-editing';
import { shapeOfFile, type ShapeField } from './shape';

/** What is kept in this browser is the text of a file, under this name. */
const kept = 'programme-file';
/** So long nothing is typed before the file is checked and its certificate drawn. */
const pauseMs = 700;

/** A programme file is edited by fields, checked as it changes, shown as a certificate, downloaded and published. */
@Component({
  selector: 'lib-editor-page',
  imports: [
    Embedded,
    FileDrop,
    InLanguagePipe,
    MatButtonModule,
    PageHeader,
    PartByHand,
    PartField,
    Refused,
    RefusalPipe,
    SentencePipe,
    Waiting,
  ],
  providers: [ProgrammeEditing, outlinedFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './editor.page.html',
  styleUrl: './editor.page.css',
})
export class EditorPage {
  /** The slug of a published programme to go on with. */
  readonly from = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly keptHere = new KeptHere<string>();
  private readonly soon = new Soon();
  /** The text that was opened, and is somewhere else already. */
  private stored = '';
  private readonly editing = inject(ProgrammeEditing);

  protected readonly schema = this.api.read(readProgrammeSchema, () => ({}));
  protected readonly sending = new Sending();
  protected readonly checking = new Sending();
  protected readonly isNoYaml = signal(false);
  protected readonly unpublished = signal<string | null>(null);
  protected readonly isOpen = computed(() => this.editing.file.text() !== '');
  protected readonly faults = this.editing.faults;
  protected readonly checked = signal<ReplyOf<typeof checkProgramme> | undefined>(undefined);
  protected readonly preview = signal<string | null>(null);
  protected readonly previewAddress = computed(() => {
    const address = this.preview();
    return address && this.sanitizer.bypassSecurityTrustResourceUrl(address);
  });
  protected readonly sections = computed(() => {
    const shape = shapeOfFile((this.schema.value() ?? {}) as JsonSchema);
    const fields = shape.kind === 'group' ? shape.fields : [];
    return partsOfFile.map(({ section, byHand, parts }) => ({
      ...{ section, byHand },
      fields: parts.flatMap((part) => fields.filter(({ name }) => name === part)) as ShapeField[],
    }));
  });

  constructor() {
    effect(() => {
      const slug = this.from();
      untracked(() => void this.come(slug));
    });
    effect(() => {
      const text = this.editing.file.text();
      if (!text) return;
      if (text !== this.stored) this.keptHere.keep(kept, text);
      this.soon.do(() => void this.check(text), pauseMs);
    });
    inject(DestroyRef).onDestroy(() => {
      this.soon.drop();
      this.forgetPreview();
    });
  }

  protected async take(file: File): Promise<void> {
    this.open(await file.text());
  }

  protected begin(): void {
    this.open('slug: ""\n');
  }

  protected goOn(): void {
    this.open(this.unpublished() ?? '', '');
  }

  protected async openPublished(slug: string): Promise<void> {
    await this.sending.run(async () =>
      this.open(new TextDecoder().decode(await this.api.fileOf(readProgrammeFile, { params: { slug } }))),
    );
  }

  protected download(): void {
    const bytes = new TextEncoder().encode(this.editing.file.text());
    keepFile(bytes.buffer, `${String(this.editing.file.at(['slug']) || 'programme')}.yaml`);
  }

  protected async publish(): Promise<void> {
    await this.sending.run(async () => {
      const { slug, version } = await this.api.send(publishProgramme, { body: { text: this.editing.file.text() } });
      this.keptHere.keep(kept, null);
      this.notices.tell('published', { version });
      await this.router.navigate(['/programmes', slug]);
    });
  }

  /** To the field of a fault, or to the nearest part around it. */
  protected goTo(path: string): void {
    for (const steps = [...pathFrom(path)]; steps.length; steps.pop()) {
      const part = document.getElementById(`part-${steps.join('.')}`);
      if (!part) continue;
      for (let above = part.parentElement; above; above = above.parentElement)
        if (above instanceof HTMLDetailsElement) above.open = true;
      part.scrollIntoView({ block: 'center' });
      part.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
      return;
    }
  }

  /** What a closed window had not published is offered first, and stays until something else is changed here. */
  private async come(slug: string | undefined): Promise<void> {
    const last = (await this.keptHere.take(kept)).at(-1);
    if (last === undefined) return slug ? this.openPublished(slug) : undefined;
    this.keptHere.keep(kept, last);
    this.unpublished.set(last);
  }

  private open(text: string, stored = text): void {
    this.isNoYaml.set(!this.editing.file.open(text));
    if (this.isNoYaml()) return;
    this.stored = stored;
    this.unpublished.set(null);
    this.checked.set(undefined);
    this.editing.faults.set([]);
  }

  private async check(text: string): Promise<void> {
    await this.checking.run(async () => {
      const checked = await this.api.send(checkProgramme, { body: { text } });
      // Meanwhile somebody typed on: the next check is about that.
      if (untracked(this.editing.file.text) !== text) return;
      this.checked.set(checked);
      this.editing.faults.set(checked.faults);
      if (checked.programme) await this.draw(text);
    });
  }

  private async draw(text: string): Promise<void> {
    const pdf = await this.api.fileOf(previewCertificate, { body: { text } });
    if (untracked(this.editing.file.text) !== text) return;
    this.forgetPreview();
    this.preview.set(URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' })));
  }

  private forgetPreview(): void {
    const address = untracked(this.preview);
    if (address) URL.revokeObjectURL(address);
  }
}
