import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { partsOfText } from '@libretto/domain';

/** A text that somebody typed: its lines, its addresses as links, and who is mentioned. Nothing in it is markup. */
@Component({
  selector: 'lib-typed-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('link') {
          <a [href]="part.href" target="_blank" rel="noopener noreferrer nofollow">{{ part.text }}</a>
        }
        @case ('name') {
          <strong>{{ part.text }}</strong>
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 44rem;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class TypedText {
  readonly text = input.required<string>();
  /** The names of mentioned people. */
  readonly names = input<readonly string[]>([]);

  protected readonly parts = computed(() => partsOfText(this.text(), this.names()));
}
