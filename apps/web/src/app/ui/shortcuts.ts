import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { SentencePipe } from '../platform/language';

/** A key that does something on this page, and what. */
export interface Shortcut {
  readonly key: string;
  readonly what: string;
  readonly do: () => void;
}

const keptAs = 'libretto.shortcuts';

/**
 * The keys of a page: they are listed, work wherever nobody is typing, and can be switched off, which this device
 * remembers: whoever dictates would press them with every word.
 */
@Component({
  selector: 'lib-shortcuts',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'shell.shortcuts.title' | transloco }}</summary>
      <label>
        <input type="checkbox" [checked]="areOn()" (change)="turn()" />
        {{ 'shell.shortcuts.use' | transloco }}
      </label>
      <dl>
        @for (one of shortcuts(); track one.key) {
          <div>
            <dt>
              <kbd>{{ one.key }}</kbd>
            </dt>
            <dd>{{ one.what }}</dd>
          </div>
        }
      </dl>
    </details>
  `,
  styles: `
    label {
      display: inline-flex;
      gap: var(--s2);
      min-height: 2rem;
      align-items: center;
    }

    input {
      width: 1.15rem;
      height: 1.15rem;
      accent-color: var(--ink);
    }

    summary {
      cursor: pointer;
      color: var(--ink);
    }

    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
      gap: var(--s1) var(--s4);
      margin: var(--s2) 0 0;
    }

    div {
      display: flex;
      gap: var(--s3);
    }

    dd {
      margin: 0;
    }

    kbd {
      display: inline-block;
      min-width: 1.6rem;
      text-align: center;
      border: 1px solid var(--edge);
      border-radius: var(--radius);
      font: 600 var(--small) / 1.5 var(--sans);
    }
  `,
  host: { '(document:keydown)': 'press($event)' },
})
export class Shortcuts {
  readonly shortcuts = input.required<readonly Shortcut[]>();
  protected readonly areOn = signal(localStorage.getItem(keptAs) !== 'off');

  protected turn(): void {
    this.areOn.update((on) => !on);
    localStorage.setItem(keptAs, this.areOn() ? 'on' : 'off');
  }

  protected press(event: KeyboardEvent): void {
    if (!this.areOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat)
      return;
    if (event.target instanceof Element && event.target.closest(writing)) return;
    const found = this.shortcuts().find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    found.do();
  }
}

/** Where a letter is a letter, or something else listens to it. */
const writing =
  'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]';
