import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { readRelease, releaseResults } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { Moment } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** Explains the effect of releasing the results before it is done. */
@Component({
  selector: 'lib-release-page',
  imports: [Empty, FormRoot, MatButtonModule, Moment, PageHeader, RouterLink, Send, TextField, TranslocoPipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './release.page.html',
  styles: 'form { margin-top: var(--s6); }',
})
export class ReleasePage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly round = this.api.read(readRelease, () => ({ params: { editionId: this.editionId() } }));
  protected readonly released = signal<number | undefined>(undefined);
  private readonly model = signal({ nextLastDay: '' });
  protected readonly form = formToSend(releaseResults, this.model, () => this.release(), {
    body: ({ nextLastDay }) => ({ nextLastDay: nextLastDay || null }),
  });

  private async release(): Promise<void> {
    const round = this.round.value();
    if (!round) return;
    const say = (key: string) => this.transloco.translate(`project-work.release.${key}`, { ...round });
    if (!(await this.confirm.ask({ title: say('ask'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.api.send(releaseResults, {
      params: { editionId: this.editionId() },
      body: { nextLastDay: this.model().nextLastDay || null },
    });
    this.notices.tell('released', { people: round.people });
    this.released.set(round.people);
    this.round.reload();
  }
}
