import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { moveEdition, readMovePreview } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { InLanguagePipe, injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { DifferencesOfVersions } from './differences-of-versions';
import { MovedPeople } from './moved-people';

/** The effects of moving an edition to a newer version of its programme, and the button that moves it. */
@Component({
  selector: 'lib-move-page',
  imports: [
    InLanguagePipe,
    DifferencesOfVersions,
    FormRoot,
    MovedPeople,
    PageHeader,
    RouterLink,
    Send,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './move.page.html',
})
export class MovePage {
  readonly editionId = input.required<string>();
  readonly after = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly preview = this.api.read(readMovePreview, () => ({
    params: this.params(),
    query: { after: this.after() },
  }));

  protected readonly form = formToSend(moveEdition, signal({ reason: '' }), async ({ reason }) => {
    const preview = this.preview.value();
    if (!preview) return;
    const { edition, from, to, complete } = preview;
    const say = (key: KeyBelow<'editions.move'>) =>
      this.say(`editions.move.${key}`, { edition, from, to, ...complete });
    if (!(await this.confirm.ask({ title: say('confirm-title'), consequence: say('consequence'), verb: say('do') })))
      return;
    await this.api.send(moveEdition, { params: this.params(), body: { from, to, reason } });
    this.notices.tell('edition-moved', { version: to });
    await this.router.navigate(['/editions', this.editionId(), 'set-up']);
  });
}
