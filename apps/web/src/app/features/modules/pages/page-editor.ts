import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  input,
  type OnDestroy,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { openPicture } from '@libretto/contracts';
import { type PageAdvice, type PageNode, same } from '@libretto/domain';
import { Editor } from '@tiptap/core';
import { fileAddress } from '../../../platform/api';
import { directionOf, injectSay, SentencePipe } from '../../../platform/language';
import { TextToolbar } from '../../../ui/text-toolbar';
import { cleanPage, paperOf } from './clean-page';
import { pageSchema } from './page-schema';
import { type AskedPart, pageTools } from './page-tools';
import { PartSettings } from './part-settings';
import { selectPart } from './selected-parts';

let editors = 0;

/** The blocks of a page in one language, as an author writes them. */
@Component({
  selector: 'lib-page-editor',
  imports: [PartSettings, SentencePipe, TextToolbar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-editor.html',
  styleUrl: './page-editor.css',
})
export class PageEditor implements OnDestroy {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  readonly label = input.required<string>();
  readonly language = input.required<string>();
  readonly blocks = input.required<readonly PageNode[]>();
  readonly written = output<readonly PageNode[]>();

  private readonly say = injectSay();
  private readonly sheet = viewChild.required<ElementRef<HTMLElement>>('sheet');
  private readonly toolbar = viewChild(TextToolbar);
  private readonly settings = viewChild(PartSettings);
  protected readonly help = `page-editor-${(editors += 1)}`;
  protected readonly direction = computed(() => directionOf(this.language()));
  protected readonly editor = signal<Editor | undefined>(undefined);
  protected readonly asked = signal<AskedPart | undefined>(undefined);
  protected readonly tools = pageTools(
    (part) => this.asked.set(part),
    () => this.settings()?.focusSoon(),
  );

  constructor() {
    afterNextRender(() => this.editor.set(this.begin()));
    // What another window wrote, or an earlier version, comes onto the paper; what was written on it is there already.
    effect(() => {
      const [editor, blocks] = [this.editor(), this.blocks()];
      if (editor && !same(blocks, cleanPage(editor.getJSON())))
        untracked(() => editor.commands.setContent(paperOf(blocks), { emitUpdate: false }));
    });
  }

  ngOnDestroy(): void {
    this.editor()?.destroy();
  }

  /** Goes to the place that an advice is about. */
  show({ what, at }: PageAdvice): void {
    const editor = this.editor();
    if (editor) selectPart(editor, kindOf[what], at);
  }

  private begin(): Editor {
    const editor = new Editor({
      element: this.sheet().nativeElement,
      extensions: pageSchema({
        tones: {
          note: this.say('pages.callout.note'),
          tip: this.say('pages.callout.tip'),
          warning: this.say('pages.callout.warning'),
        },
        pictureAt: (pictureId) => this.pictureAt(pictureId),
      }),
      content: paperOf(this.blocks()),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.label(),
          'aria-describedby': this.help,
          tabindex: '0',
          lang: this.language(),
          dir: this.direction(),
        },
        handleKeyDown: (_, event) => this.leave(event),
      },
    });
    editor.on('update', () => {
      const blocks = cleanPage(editor.getJSON());
      if (!same(blocks, this.blocks())) this.written.emit(blocks);
    });
    return editor;
  }

  private pictureAt(pictureId: string): string {
    const params = { editionId: this.editionId(), materialId: this.materialId(), pictureId };
    return fileAddress(openPicture, { params, query: { inPlace: 'true' } });
  }

  /** In lists and tables the Tab key has its own work: other keys lead out of the text. */
  private leave({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'F10' && altKey) this.toolbar()?.focus();
    else if (key !== 'Escape') return false;
    else if (!this.settings()?.focus()) this.toolbar()?.focus();
    return true;
  }
}

const kindOf: Readonly<Record<PageAdvice['what'], string>> = {
  'no-alt': 'figure',
  'heading-skipped': 'heading',
  'heading-empty': 'heading',
  'table-without-head': 'table',
  'link-says-nothing': 'link',
  'video-without-title': 'video',
};
