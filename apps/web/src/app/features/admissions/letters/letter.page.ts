import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readLetter } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import { Delivery } from './delivery';
import { LetterSheet } from './letter-sheet';

/** One letter as it was stored with its ruling and sent. */
@Component({
  selector: 'lib-letter-page',
  imports: [RouterLink, SentencePipe, Delivery, LanguageNamesPipe, LetterSheet, LongDayPipe, PageHeader, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-waiting [for]="letter" [lines]="12" />
    @if (letter.hasValue()) {
      @let view = letter.value();
      <lib-page-header
        [title]="'admissions.letters.one' | transloco: { name: view.name }"
        [state]="
          'admissions.letters.composed'
            | transloco: { day: (view.composedAt | longDay), language: ([view.letter.language] | languageNames) }
        "
      />
      @if (view.mail; as mail) {
        <div class="delivery"><lib-delivery [of]="mail" /></div>
      }
      <lib-letter-sheet [letter]="view.letter" [isErased]="view.isErased" />
      <p class="back">
        <a [routerLink]="['..']">{{ 'admissions.letters.back' | transloco }}</a>
      </p>
    }
  `,
  styles: '.delivery { margin-block: var(--s4); }',
})
export class LetterPage {
  readonly editionId = input.required<string>();
  readonly letterId = input.required<string>();

  protected readonly letter = inject(Api).read(readLetter, () => ({
    params: { editionId: this.editionId(), letterId: this.letterId() },
  }));
}
