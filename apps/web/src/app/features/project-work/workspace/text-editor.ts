import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  input,
  type OnDestroy,
  signal,
  viewChild,
} from '@angular/core';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { TextToolbar } from '../../../ui/text-toolbar';
import { textTools } from '../../../ui/text-tools';
import { type TextLine, textName } from './text-line';
import { textSchema } from './text-schema';

const { heading, subheading, bold, italic, bullets, numbers, quote, undo, redo } = textTools;
const tools = [heading, subheading, bold, italic, bullets, numbers, quote, undo, redo];

/** A text in which several people write, with their cursors. */
@Component({
  selector: 'lib-text-editor',
  imports: [TextToolbar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (editor(); as editor) {
      @if (line().writing().canWrite) {
        <lib-text-toolbar [editor]="editor" [tools]="tools" />
      }
    }
    <div #sheet class="paper"></div>
  `,
  styleUrl: './text-editor.css',
})
export class TextEditor implements OnDestroy {
  readonly line = input.required<TextLine>();
  readonly label = input.required<string>();
  private readonly sheet = viewChild.required<ElementRef<HTMLElement>>('sheet');
  protected readonly tools = tools;
  protected readonly editor = signal<Editor | undefined>(undefined);

  constructor() {
    afterNextRender(() => this.editor.set(this.begin()));
    effect(() => this.editor()?.setEditable(this.line().writing().canWrite, false));
  }

  ngOnDestroy(): void {
    this.editor()?.destroy();
  }

  /** Puts an earlier text in place of this one: a change like any other, which can be undone. */
  replaceWith(text: Record<string, unknown>): void {
    this.editor()?.commands.setContent(text);
  }

  private begin(): Editor {
    const { doc, awareness } = this.line();
    return new Editor({
      element: this.sheet().nativeElement,
      editable: this.line().writing().canWrite,
      extensions: [
        textSchema,
        Collaboration.configure({ document: doc, field: textName }),
        CollaborationCaret.configure({ provider: { awareness } }),
      ],
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label(), tabindex: '0' },
      },
    });
  }
}
