import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * `good` is done or met, `now` is in progress, `wait` waits for somebody, `bad` was refused or is missing, `plain` says
 * nothing about it.
 */
export type Tone = 'good' | 'now' | 'wait' | 'bad' | 'plain';

/**
 * A state in one word: `<lib-status tone="wait">under review</lib-status>`. The word carries it; the colour only helps
 * to find it.
 */
@Component({
  selector: 'lib-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'tone()' },
  template: '<ng-content />',
  styles: `
    :host {
      --of: var(--soft);
      --wash: color-mix(in srgb, var(--rule) 45%, transparent);
      display: inline-block;
      padding: 0.05em 0.6em;
      /* Visible with forced colours, which remove the background. */
      border: 1px solid transparent;
      border-radius: 1em;
      background: var(--wash);
      color: var(--of);
      font-size: var(--small);
      font-weight: 600;
      white-space: nowrap;
    }

    :host(.plain) {
      color: var(--text);
    }

    :host(.good) {
      --of: var(--green);
      --wash: var(--green-wash);
    }

    :host(.now) {
      --of: var(--ink);
      --wash: var(--ink-wash);
    }

    :host(.wait) {
      --of: var(--amber);
      --wash: var(--amber-wash);
    }

    :host(.bad) {
      --of: var(--red);
      --wash: var(--red-wash);
    }
  `,
})
export class Status {
  readonly tone = input<Tone>('plain');
}
