import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { makeFeed, readOwnFeed, removeFeed } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { LongDayPipe } from '../../platform/time';
import { Confirm } from '../../ui/confirm';
import { Copy } from '../../ui/copy';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { Refused, Sending } from '../../ui/sending';
import { Waiting } from '../../ui/waiting';

/** The secret link by which the signed-in person's calendar program reads their sessions. */
@Component({
  selector: 'lib-calendar-page',
  imports: [
    Copy,
    Empty,
    LongDayPipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    Refused,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './calendar.page.html',
  styles: '.sheet { display: grid; gap: var(--s3); }',
})
export class CalendarPage {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly own = this.api.read(readOwnFeed, () => ({}));
  protected readonly sending = new Sending();
  private readonly address = computed(() => this.own.value()?.feed?.address ?? '');
  /** Under this scheme a link opens in the calendar program instead of the browser. */
  protected readonly subscription = computed(() => this.address().replace(/^https?:/, 'webcal:'));

  protected async make(): Promise<void> {
    await this.change(() => this.api.send(makeFeed, {}));
  }

  protected async replace(): Promise<void> {
    if (await this.isSure('replace')) await this.make();
  }

  protected async remove(): Promise<void> {
    if (await this.isSure('remove')) await this.change(() => this.api.send(removeFeed, {}));
  }

  private async change(work: () => Promise<unknown>): Promise<void> {
    await this.sending.run(work);
    this.own.reload();
  }

  private isSure(step: 'replace' | 'remove'): Promise<boolean> {
    return this.confirm.ask({
      title: this.say(`calendar.${step}-title`),
      consequence: this.say(`calendar.${step}-consequence`),
      verb: this.say(`calendar.${step}`),
    });
  }
}
