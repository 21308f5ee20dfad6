import { RefusalPipe } from '../../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaItem as Item } from '@libretto/contracts';
import { findings, voteChoices } from '@libretto/domain';
import { wordList } from '@libretto/language';
import { CountryNamePipe, InLanguagePipe, nameOf, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Status } from '../../../ui/status';
import { Discussion } from '../discussion/discussion';
import { outcomeTones } from '../dossier/outcome-tones';

/**
 * One dossier on the agenda: the applicant in a sentence, the comments, and the outcome of a ruling or why there can be
 * none.
 */
@Component({
  selector: 'lib-agenda-item',
  imports: [RefusalPipe, RouterLink, SentencePipe, CountryNamePipe, InLanguagePipe, Discussion, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agenda-item.html',
  styleUrl: './agenda-item.css',
})
export class AgendaItem {
  readonly editionId = input.required<string>();
  readonly item = input.required<Item>();
  readonly canChoose = input.required<boolean>();
  readonly chosen = model.required<boolean>();

  private readonly reading = inject(ReadingLanguage);
  protected readonly choices = voteChoices;
  protected readonly answers = findings;
  protected readonly tones = outcomeTones;
  /** Loaded only when it is opened: a long agenda has a discussion for each item. */
  protected readonly discussionIsOpen = signal(false);
  protected readonly languages = computed(() => {
    const code = this.reading.code();
    const spoken =
      this.item().about?.languages.map(({ language, level }) => `${nameOf(code, 'language', language)} ${level}`) ?? [];
    return spoken.length ? wordList(code, spoken) : null;
  });
}
