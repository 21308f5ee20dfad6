import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { LetterView } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';

/** The words of a letter, in its own language. */
@Component({
  selector: 'lib-letter-sheet',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isErased()) {
      <p class="soft">{{ 'admissions.letters.erased' | transloco }}</p>
    } @else {
      <article class="sheet" [attr.lang]="letter().language">
        <p class="subject">{{ letter().subject }}</p>
        @for (paragraph of letter().paragraphs; track $index) {
          <p>{{ paragraph }}</p>
        }
      </article>
    }
  `,
  styles: `
    article {
      max-width: var(--measure);
    }

    p {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .subject {
      font: 600 var(--h3) var(--serif);
    }
  `,
})
export class LetterSheet {
  readonly letter = input.required<LetterView['letter']>();
  readonly isErased = input(false);
}
