import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  type ApplicationsFilter,
  askForDossier,
  askForDossiers,
  askForList,
  type ExtractView,
  readExtractFile,
  readExtracts,
} from '@libretto/contracts';
import { Api, fileAddress } from '../../../platform/api';
import { ReadingLanguage, SentencePipe } from '../../../platform/language';
import { ClockTimePipe, DeadlinePipe, LongDayPipe } from '../../../platform/time';
import { Refused, Sending } from '../../../ui/sending';
import { KilobytesPipe } from '../../../ui/kilobytes.pipe';
import { askAgainWhileMade, MadeFile } from '../../../ui/made-file';

/** Asks for files, shows their progress, and offers each file while it is kept. */
@Component({
  selector: 'lib-extracts',
  imports: [ClockTimePipe, DeadlinePipe, KilobytesPipe, LongDayPipe, MadeFile, MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extracts.html',
  styles: `
    .files {
      margin-top: var(--s4);
    }
  `,
})
export class Extracts {
  readonly editionId = input.required<string>();
  /** The filter of the list on the page: its file has the same rows. */
  readonly filter = input.required<ApplicationsFilter>();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  private readonly extracts = this.api.read(readExtracts, () => ({ params: this.params() }));
  protected readonly items = computed(() => this.extracts.value()?.items ?? []);
  protected readonly sending = new Sending();

  constructor() {
    askAgainWhileMade(this.items, () => this.extracts.reload());
  }

  protected list(format: 'csv' | 'xlsx'): Promise<void> {
    return this.ask(() =>
      this.api.send(askForList, {
        params: this.params(),
        body: { format, language: this.reading.code(), filter: this.filter() },
      }),
    );
  }

  /** Asks for several dossiers, or all. */
  dossiers(applicationIds?: string[]): Promise<void> {
    return this.ask(() =>
      this.api.send(askForDossiers, { params: this.params(), body: { language: this.reading.code(), applicationIds } }),
    );
  }

  /** Asks for one dossier, from its row in the list. */
  dossier(applicationId: string): Promise<void> {
    const params = { ...this.params(), applicationId };
    return this.ask(() => this.api.send(askForDossier, { params, body: { language: this.reading.code() } }));
  }

  protected fileOf({ id }: ExtractView): string {
    return fileAddress(readExtractFile, { params: { ...this.params(), extractId: id } });
  }

  private async ask(send: () => Promise<unknown>): Promise<void> {
    await this.sending.run(async () => {
      await send();
    });
    this.extracts.reload();
  }
}
