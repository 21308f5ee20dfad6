import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { readMyLetters } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { LetterSheet } from './letter-sheet';

/** The applicant's letters, as they were sent. */
@Component({
  selector: 'lib-my-letters',
  imports: [SentencePipe, LetterSheet, LongDayPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (letters.hasValue()) {
      @for (one of letters.value().items; track one.id) {
        <details>
          <summary>{{ 'admissions.letters.mine' | transloco: { day: (one.composedAt | longDay) } }}</summary>
          <lib-letter-sheet [letter]="one.letter" [isErased]="one.isErased" />
        </details>
      }
    }
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); padding-block: var(--s2); }',
})
export class MyLetters {
  readonly editionId = input.required<string>();

  protected readonly letters = inject(Api).read(readMyLetters, () => ({ params: { editionId: this.editionId() } }));
}
