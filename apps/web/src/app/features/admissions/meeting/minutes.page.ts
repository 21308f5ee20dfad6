import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type MinutesView, printMinutes, readMinutes, readMinutesFile } from '@libretto/contracts';
import { Api, fileAddress } from '../../../platform/api';
import { LanguageNamesPipe, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';
import { askAgainWhileMade, MadeFile } from '../../../ui/made-file';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';

type Document = MinutesView['documents'][number];

/** The minutes of a meeting as its reader may have them: on the screen, and as files once they are made. */
@Component({
  selector: 'lib-minutes-page',
  imports: [LanguageNamesPipe, MadeFile, MatButtonModule, PageHeader, Refused, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './minutes.page.html',
  styleUrl: './minutes.page.css',
})
export class MinutesPage {
  readonly editionId = input.required<string>();
  readonly meetingId = input.required<string>();

  private readonly api = inject(Api);
  private readonly reading = inject(ReadingLanguage);
  protected readonly minutes = this.api.read(readMinutes, () => ({
    params: this.params(),
    query: { language: this.reading.code() },
  }));
  private readonly documents = computed(() => this.minutes.value()?.documents ?? []);
  protected readonly all = computed(() => this.documents().length);
  protected readonly ready = computed(() => this.documents().filter(({ state }) => state === 'ready'));
  protected readonly languages = computed(() => [...new Set(this.ready().map(({ language }) => language))]);
  /** The state of them together; `null`: some were not asked for. */
  protected readonly state = computed((): Document['state'] => {
    const states = this.documents().map(({ state }) => state);
    if (states.includes(null)) return null;
    return (['queued', 'failed'] as const).find((state) => states.includes(state)) ?? 'ready';
  });
  protected readonly sending = new Sending();

  constructor() {
    askAgainWhileMade(this.documents, () => this.minutes.reload());
  }

  protected address({ language, form }: Document): string {
    return fileAddress(readMinutesFile, { params: { ...this.params(), language, form } });
  }

  protected async make(): Promise<void> {
    await this.sending.run(async () => {
      await this.api.send(printMinutes, { params: this.params() });
    });
    this.minutes.reload();
  }

  private params() {
    return { editionId: this.editionId(), meetingId: this.meetingId() };
  }
}
