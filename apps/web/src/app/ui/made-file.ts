import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { MadeFileState } from '@libretto/domain';
import { askAgainWhile } from '../platform/api';
import { SentencePipe } from '../platform/language';
import { Status, type Tone } from './status';

/**
 * The state of a file that a job makes, and its progress. What to do now where the job failed stands inside:
 * `<lib-made-file state="failed" name="List as CSV">Request it again.</lib-made-file>`
 */
@Component({
  selector: 'lib-made-file',
  imports: [SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-status [tone]="tones[state()]">{{ word() | transloco }}</lib-status>
    @if (state() === 'queued') {
      <div class="small">
        <progress [value]="done()" [max]="total() || 1" [attr.aria-label]="name()"></progress>
        @if (total()) {
          {{ 'common.made-file.progress' | transloco: { done: done(), total: total() } }}
        }
      </div>
    } @else if (state() === 'failed') {
      <div class="small soft"><ng-content /></div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    progress {
      inline-size: 10rem;
      max-inline-size: 100%;
      accent-color: var(--ink);
    }
  `,
})
export class MadeFile {
  readonly state = input.required<MadeFileState>();
  /** The name of the file, for those who do not see which one the progress is of. */
  readonly name = input.required<string>();
  readonly done = input(0);
  /** 0 while nobody knows it yet. */
  readonly total = input(0);
  protected readonly word = computed(() => `common.made-file.${this.state()}` as const);
  protected readonly tones: Readonly<Record<MadeFileState, Tone>> = { queued: 'now', ready: 'good', failed: 'bad' };
}

/** Asks again while a job makes one of these files. Call it where a field is initialised. */
export const askAgainWhileMade = (
  files: () => readonly { readonly state: MadeFileState | null }[] | undefined,
  ask: () => void,
): void => askAgainWhile(() => files()?.some(({ state }) => state === 'queued') ?? false, ask);
