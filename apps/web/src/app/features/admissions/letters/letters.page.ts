import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { readLetters, tryLetterAgain } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { LanguageNamesPipe } from '../../../platform/language';
import { Empty } from '../../../ui/empty';
import { ErrorPanel } from '../../../ui/error-panel';
import { PageHeader } from '../../../ui/page-header';
import { Pager } from '../../../ui/pager';
import { Waiting } from '../../../ui/waiting';
import { Delivery } from './delivery';

/** What was sent about rulings and offers, and whether it arrived at the mail server. */
@Component({
  selector: 'lib-letters-page',
  imports: [
    MatButtonModule, RouterLink, TranslocoPipe, Delivery, Empty, ErrorPanel, LanguageNamesPipe, PageHeader, Pager, Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './letters.page.html',
})
export class LettersPage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  protected readonly letters = this.api.read(readLetters, () => ({ params: { editionId: this.editionId() }, query: { after: this.after() } }));
  protected readonly refused = signal<unknown>(undefined);

  protected async tryAgain(mailId: string): Promise<void> {
    this.refused.set(undefined);
    try {
      await this.api.send(tryLetterAgain, { params: { editionId: this.editionId(), mailId } });
    } catch (error) {
      this.refused.set(error);
    }
    this.letters.reload();
  }
}
