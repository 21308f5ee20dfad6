import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  model,
  signal,
  untracked,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { uploadPicture } from '@libretto/contracts';
import { calloutTones, pageLimits } from '@libretto/domain';
import type { Editor } from '@tiptap/core';
import { SentencePipe } from '../../../platform/language';
import { FileDrop } from '../../../ui/file-drop';
import { Refused } from '../../../ui/sending';
import { Uploading } from '../../../ui/uploading';
import { LinkForm } from './link-form';
import type { AskedPart } from './page-tools';
import { goBehindSelectedPart, type SelectedPart, selectedParts } from './selected-parts';
import { tableTools } from './table-tools';
import { VideoForm } from './video-form';

/** What the selected parts of a page say beside their words, and what is asked for a new one. */
@Component({
  selector: 'lib-part-settings',
  imports: [FileDrop, LinkForm, MatButtonModule, MatFormFieldModule, MatInputModule, Refused, SentencePipe, VideoForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './part-settings.html',
  styleUrl: './part-settings.css',
  host: { '(keydown.escape)': 'leave()' },
})
export class PartSettings {
  readonly editor = input.required<Editor>();
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly asked = model<AskedPart>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly selected = signal<readonly SelectedPart[]>([]);
  protected readonly sending = new Uploading();
  protected readonly tones = calloutTones;
  protected readonly limits = pageLimits;
  protected readonly tableTools = tableTools;
  /** While something new is asked for, that only. */
  protected readonly parts = computed(() => (this.asked() ? [] : this.selected()));

  constructor() {
    effect((onCleanup) => {
      const editor = this.editor();
      const look = () => this.selected.set(selectedParts(editor));
      look();
      editor.on('transaction', look);
      onCleanup(() => editor.off('transaction', look));
    });
    effect(() => {
      if (this.asked()) untracked(() => this.focusSoon());
    });
  }

  /** Goes to the first field; answers whether there is one. */
  focus(): boolean {
    const first = this.host.querySelector<HTMLElement>(':is(input, textarea, button):not([tabindex="-1"])');
    first?.focus();
    return Boolean(first);
  }

  focusSoon(): void {
    afterNextRender(() => this.focus(), { injector: this.injector });
  }

  protected leave(): void {
    this.asked.set(undefined);
    this.editor().commands.focus();
  }

  protected write(kind: SelectedPart['kind'], name: string, value: string): void {
    this.editor().commands.updateAttributes(kind, { [name]: value });
  }

  protected async addPicture(file: File): Promise<void> {
    const params = { editionId: this.editionId(), materialId: this.materialId() };
    await this.sending.upload(uploadPicture, { params }, file, ({ id }) => {
      this.add('figure', { pictureId: id });
      this.focusSoon();
    });
  }

  protected addVideo(attrs: Readonly<Record<string, string>>): void {
    this.add('video', attrs);
    this.editor().commands.focus();
  }

  /** The new part is selected: what it says can be changed at once. */
  private add(type: 'figure' | 'video', attrs: Readonly<Record<string, string>>): void {
    const editor = this.editor();
    this.asked.set(undefined);
    goBehindSelectedPart(editor);
    editor.chain().insertContent({ type, attrs }).run();
    let place: number | undefined;
    editor.state.doc.descendants((node, at) => {
      const isNew =
        node.type.name === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value);
      if (isNew && (place === undefined || at <= editor.state.selection.from)) place = at;
    });
    if (place !== undefined) editor.commands.setNodeSelection(place);
  }

  protected remove(kind: SelectedPart['kind']): void {
    const chain = this.editor().chain().focus();
    (kind === 'callout'
      ? chain.lift('callout')
      : kind === 'link'
        ? chain.extendMarkRange('link').unsetLink()
        : chain.deleteSelection()
    ).run();
  }
}
