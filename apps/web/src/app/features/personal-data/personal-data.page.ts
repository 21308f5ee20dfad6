import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { askForPersonalData, readPersonalData, readPersonalDataFile } from '@libretto/contracts';
import { Api, fileAddress } from '../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../platform/language';
import { DeadlinePipe, HowFarPipe, LongDayPipe } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Refused, Sending } from '../../ui/sending';
import { KilobytesPipe } from '../../ui/kilobytes.pipe';
import { askAgainWhileMade, MadeFile } from '../../ui/made-file';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

/** The signed-in person's data: a copy to download, its contents, and the parts left out. */
@Component({
  selector: 'lib-personal-data-page',
  imports: [
    DeadlinePipe,
    Empty,
    HowFarPipe,
    KilobytesPipe,
    LongDayPipe,
    MadeFile,
    MatButtonModule,
    PageHeader,
    Refused,
    SentencePipe,
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
  protected readonly parts = [
    'account',
    'applications',
    'places',
    'attendance',
    'calendar',
    'workload',
    'project-work',
    'publication',
    'completion',
    'credentials',
    'notices',
    'mails',
    'files',
  ] as const;
  protected readonly leftOut = ['deliberation', 'others', 'password', 'logs'] as const;

  constructor() {
    askAgainWhileMade(
      () => this.copies.value()?.items,
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
