import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, signal } from '@angular/core';
import type { Editor } from '@tiptap/core';
import { SentencePipe } from '../platform/language';
import type { TextTool } from './text-tools';
import { placeByKey } from './place-by-key';

/** The tools of a text: one stop of the Tab key, and the arrow keys from one to the next. */
@Component({
  selector: 'lib-text-toolbar',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'move($event)' },
  template: `
    <div role="toolbar" [attr.aria-label]="'text-tools.label' | transloco">
      @for (tool of tools(); track tool.name; let at = $index) {
        <button
          type="button"
          [class]="tool.name"
          [tabindex]="at === current() ? 0 : -1"
          [attr.aria-pressed]="tool.isOn ? on().has(tool.name) : null"
          [attr.aria-label]="labelOf(tool) | transloco"
          [title]="labelOf(tool) | transloco"
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
  readonly tools = input.required<readonly TextTool[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly current = signal(0);
  protected readonly on = signal<ReadonlySet<string>>(new Set());

  constructor() {
    effect((onCleanup) => {
      const [editor, tools] = [this.editor(), this.tools()];
      const look = () => this.on.set(new Set(tools.filter(({ isOn }) => isOn?.(editor)).map(({ name }) => name)));
      look();
      editor.on('transaction', look);
      onCleanup(() => editor.off('transaction', look));
    });
  }

  /** Goes to the tool where one was last. */
  focus(): void {
    this.host.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }

  protected labelOf({ name }: TextTool) {
    return `text-tools.${name}` as const;
  }

  protected move(event: KeyboardEvent): void {
    const to = placeByKey(event.key, this.current(), this.tools().length);
    if (to === undefined) return;
    event.preventDefault();
    this.host.querySelectorAll('button').item(to).focus();
  }
}
