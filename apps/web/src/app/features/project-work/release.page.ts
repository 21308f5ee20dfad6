import { BriefChoice } from '../../ui/brief-choice';
import { RefusalPipe } from '../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { drawSampleOfWorks, readRelease, releaseResults } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Empty } from '../../ui/empty';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Waiting } from '../../ui/waiting';
import { LatenessSaid } from './lateness-said';

/** Explains the effect of releasing the results before it is done. */
@Component({
  selector: 'lib-release-page',
  imports: [
    RefusalPipe,
    BriefChoice,
    Empty,
    FormRoot,
    LatenessSaid,
    MatButtonModule,
    Moment,
    PageHeader,
    RouterLink,
    Refused,
    Send,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './release.page.html',
  styles: `
    form,
    h2 {
      margin-top: var(--s6);
    }

    .late {
      padding: 0;
      list-style: none;
    }

    .late li {
      margin-bottom: var(--s3);
    }

    .late a {
      display: block;
    }
  `,
})
export class ReleasePage {
  readonly editionId = input.required<string>();
  /** The brief, where the programme has several. */
  readonly brief = input<string>();

  private readonly api = inject(Api);
  private readonly asked = computed(() => ({
    params: { editionId: this.editionId() },
    query: { brief: this.brief() },
  }));
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly round = this.api.read(readRelease, () => this.asked());
  protected readonly sending = new Sending();

  protected async draw(): Promise<void> {
    await this.sending.run(() => this.api.send(drawSampleOfWorks, this.asked()));
    this.round.reload();
  }

  protected readonly released = signal<number | undefined>(undefined);
  private readonly model = signal({ nextLastDay: '' });
  protected readonly form = formToSend(releaseResults, this.model, () => this.release(), {
    body: ({ nextLastDay }) => ({ nextLastDay: nextLastDay || null }),
  });

  private async release(): Promise<void> {
    const round = this.round.value();
    if (!round) return;
    const say = (key: KeyBelow<'project-work.release'>) => this.say(`project-work.release.${key}`, { ...round });
    if (!(await this.confirm.ask({ title: say('ask'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.api.send(releaseResults, {
      ...this.asked(),
      body: { nextLastDay: this.model().nextLastDay || null },
    });
    this.notices.tell('released', { people: round.people });
    this.released.set(round.people);
    this.round.reload();
  }
}
