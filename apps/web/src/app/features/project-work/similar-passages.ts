import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readSimilarities } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Waiting } from '../../ui/waiting';

/** Where a work says the same as others, side by side, once somebody asks. It draws no conclusion. */
@Component({
  selector: 'lib-similar-passages',
  imports: [RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './similar-passages.html',
  styleUrl: './similar-passages.css',
})
export class SimilarPassages {
  readonly editionId = input.required<string>();
  readonly workId = input.required<string>();

  protected readonly isOpen = signal(false);
  protected readonly found = inject(Api).read(readSimilarities, () =>
    this.isOpen() ? { params: { editionId: this.editionId(), workId: this.workId() } } : undefined,
  );

  protected open(event: Event): void {
    this.isOpen.set((event.target as HTMLDetailsElement).open);
  }
}
