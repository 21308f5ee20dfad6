import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { SentencePipe } from '../platform/language';

/**
 * A file in a list: its name opens it in a new tab, or downloads it if a browser cannot show it. A file with a view has
 * the original beside it.
 */
@Component({
  selector: 'lib-file-link',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (file().shown) {
      <a [href]="inPlace()" target="_blank" rel="noopener">{{ file().name }}</a>
      @if (file().shown !== file().type) {
        <a class="small" [href]="address()" download
          >{{ 'shell.file.download' | transloco }}<span class="unseen">: {{ file().name }}</span></a
        >
      }
    } @else {
      <a [href]="address()" download>{{ file().name }}</a>
    }
  `,
  styles: `
    a {
      overflow-wrap: anywhere;
    }

    a + a {
      margin-inline-start: var(--s2);
    }
  `,
})
export class FileLink {
  /** The download address of the file, from `fileAddress`. */
  readonly address = input.required<string>();
  readonly file = input.required<{ readonly name: string; readonly type: string; readonly shown: string | null }>();

  protected readonly inPlace = computed(() => inPlaceOf(this.address()));
}

/** The same address for showing a file instead of downloading it. */
export const inPlaceOf = (address: string): string => `${address}?inPlace=true`;
