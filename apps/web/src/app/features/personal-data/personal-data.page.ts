import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { askForPersonalData, readPersonalData, readPersonalDataFile } from '@libretto/contracts';
import type { MadeFileState } from '@libretto/domain';
import { Api, askAgainWhile, fileAddress } from '../../platform/api';
import { ReadingLanguage } from '../../platform/language';
import { DeadlinePipe, HowFarPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { KilobytesPipe } from '../../ui/kilobytes.pipe';
import { PageHeader } from '../../ui/page-header';
import { Status, type Tone } from '../../ui/status';
import { Waiting } from '../../ui/waiting';

const tones: Readonly<Record<MadeFileState, Tone>> = { queued: 'wait', ready: 'good', failed: 'bad' };

/** The signed-in person's data: a copy to download, its contents, and the parts left out. */
@Component({
  selector: 'lib-personal-data-page',
  imports: [
    DeadlinePipe,
    Empty,
    HowFarPipe,
    KilobytesPipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Refused,
    Status,
    TranslocoPipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './personal-data.page.html',
  styleUrl: './personal-data.page.css',
})
export class PersonalDataPage {
  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  protected readonly copies = this.api.read(readPersonalData, () => ({}));
  protected readonly sending = new Sending();
  protected readonly tones = tones;
  protected readonly parts = [
    'account',
    'applications',
    'places',
    'attendance',
    'workload',
    'project-work',
    'completion',
    'credentials',
    'mails',
    'files',
  ];
  protected readonly leftOut = ['deliberation', 'others', 'password', 'logs'];

  constructor() {
    askAgainWhile(
      () => this.copies.value()?.items.some(({ state }) => state === 'queued') ?? false,
      () => this.copies.reload(),
    );
  }

  protected address(copyId: string): string {
    return fileAddress(readPersonalDataFile, { params: { copyId } });
  }

  protected async ask(): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(askForPersonalData, { body: { language: this.reading.code() } });
    });
    this.copies.reload();
  }
}
