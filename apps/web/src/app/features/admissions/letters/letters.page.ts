import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { deliveryStates, type LettersSort, readLetters, tryLetterAgain } from '@libretto/contracts';
import { Api, lastOf } from '../../../platform/api';
import { LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { Choice, Choose, ChooseAll, Chosen } from '../../../ui/choosing';
import { Empty } from '../../../ui/empty';
import { Refused, Sending } from '../../../ui/sending';
import { FilterBy } from '../../../ui/filter-by';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { SearchBox } from '../../../ui/search-box';
import { SortHead } from '../../../ui/sort-head';
import { Waiting } from '../../../ui/waiting';
import { Delivery } from './delivery';

/** The mails about rulings and offers, and whether the mail server accepted them. */
@Component({
  selector: 'lib-letters-page',
  imports: [
    Choose,
    ChooseAll,
    Chosen,
    Delivery,
    Empty,
    FilterBy,
    LanguageNamesPipe,
    MatButtonModule,
    PageHeader,
    Pager,
    Refused,
    RouterLink,
    SearchBox,
    SortHead,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './letters.page.html',
})
export class LettersPage {
  readonly editionId = input.required<string>();
  readonly q = input<string>();
  readonly state = input<(typeof deliveryStates)[number] | undefined, string | undefined>(undefined, {
    transform: (state) => deliveryStates.find((one) => one === state),
  });
  readonly sort = input<LettersSort>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly asked = this.api.read(readLetters, () => ({
    params: { editionId: this.editionId() },
    query: { q: this.q(), state: this.state(), sort: this.sort(), after: this.after() },
  }));
  protected readonly letters = lastOf(this.asked);
  protected readonly isSearching = computed(() => Boolean(this.q()?.trim() || this.state()));
  protected readonly states = deliveryStates;
  protected readonly choice = new Choice(() =>
    (this.letters()?.items ?? []).flatMap(({ id, can }) => (can.tryAgain ? id : [])),
  );
  protected readonly sending = new Sending();

  protected async tryAgain(mailIds: readonly string[]): Promise<void> {
    await this.sending.runEach(mailIds, (mailId) =>
      this.api.send(tryLetterAgain, { params: { editionId: this.editionId(), mailId } }),
    );
    this.choice.set([]);
    this.asked.reload();
  }
}
