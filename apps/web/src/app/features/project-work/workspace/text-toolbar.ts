import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, signal } from '@angular/core';
import type { SentenceKey } from '@libretto/language';
import type { Editor } from '@tiptap/core';
import { SentencePipe } from '../../../platform/language';

interface Tool {
  readonly name: string;
  readonly label: SentenceKey;
  readonly sign: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly press: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    name: 'heading',
    label: 'workspace.tools.heading',
    sign: 'H1',
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    press: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'subheading',
    label: 'workspace.tools.subheading',
    sign: 'H2',
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    press: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bold',
    label: 'workspace.tools.bold',
    sign: 'B',
    isOn: (editor) => editor.isActive('bold'),
    press: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    label: 'workspace.tools.italic',
    sign: 'I',
    isOn: (editor) => editor.isActive('italic'),
    press: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'bullets',
    label: 'workspace.tools.bullets',
    sign: '•',
    isOn: (editor) => editor.isActive('bulletList'),
    press: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'numbers',
    label: 'workspace.tools.numbers',
    sign: '1.',
    isOn: (editor) => editor.isActive('orderedList'),
    press: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    label: 'workspace.tools.quote',
    sign: '❝',
    isOn: (editor) => editor.isActive('blockquote'),
    press: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: 'undo', label: 'workspace.tools.undo', sign: '↶', press: (editor) => editor.chain().focus().undo().run() },
  { name: 'redo', label: 'workspace.tools.redo', sign: '↷', press: (editor) => editor.chain().focus().redo().run() },
];

/** The tools of a text: one stop of the Tab key, and the arrow keys from one to the next. */
@Component({
  selector: 'lib-text-toolbar',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'move($event)' },
  template: `
    <div role="toolbar" [attr.aria-label]="'workspace.toolbar' | transloco">
      @for (tool of tools; track tool.name; let at = $index) {
        <button
          type="button"
          [class]="tool.name"
          [tabindex]="at === current() ? 0 : -1"
          [attr.aria-pressed]="tool.isOn ? on().has(tool.name) : null"
          [attr.aria-label]="tool.label | transloco"
          [title]="tool.label | transloco"
          [attr.data-sign]="tool.sign"
          (focus)="current.set(at)"
          (click)="tool.press(editor())"
        ></button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1);
      padding: var(--s2);
      border: 1px solid var(--edge);
      border-bottom: 0;
      border-radius: var(--radius) var(--radius) 0 0;
      background: var(--paper);
    }

    button {
      min-width: 2.5rem;
      min-height: 2.5rem;
      border: 1px solid transparent;
      border-radius: var(--radius);
      background: none;
      color: var(--text);
      font: 600 1rem var(--sans);
      cursor: pointer;
    }

    /* No words: its name is said and shown in the reader's language. */
    button::before {
      content: attr(data-sign);
    }

    button:hover {
      background: var(--ink-wash);
    }

    button[aria-pressed='true'] {
      border-color: var(--ink);
      background: var(--ink-wash);
      color: var(--ink);
    }

    .italic {
      font-style: italic;
    }
  `,
})
export class TextToolbar {
  readonly editor = input.required<Editor>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly tools = tools;
  protected readonly current = signal(0);
  protected readonly on = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect((onCleanup) => {
      const editor = this.editor();
      const look = () => this.on.set(new Set(tools.filter(({ isOn }) => isOn?.(editor)).map(({ name }) => name)));
      look();
      editor.on('transaction', look);
      onCleanup(() => editor.off('transaction', look));
    });
  }

  protected move(event: KeyboardEvent): void {
    const last = tools.length - 1;
    const to = { ArrowRight: this.current() + 1, ArrowLeft: this.current() - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.host
      .querySelectorAll('button')
      .item((to + tools.length) % tools.length)
      .focus();
  }
}
