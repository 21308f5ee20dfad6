import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type MinutesForm, minutesForms, printMinutes, readMinutes, readMinutesFile } from '@libretto/contracts';
import { Api, askAgainWhile, fileAddress } from '../../../platform/api';
import { LanguageNamesPipe, ReadingLanguage } from '../../../platform/language';
import { Refused, Sending } from '../../../ui/sending';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';

/** The minutes of a meeting as its reader may have them: on the screen, and as files once they are made. */
@Component({
  selector: 'lib-minutes-page',
  imports: [LanguageNamesPipe, MatButtonModule, PageHeader, Refused, RouterLink, TranslocoPipe, Waiting],
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
  protected readonly standing = computed(() => {
    const standings = this.documents().map(({ standing }) => standing);
    if (standings.includes('none')) return 'none';
    return standings.includes('asked') ? 'asked' : 'made';
  });
  protected readonly made = computed(() => this.documents().filter(({ standing }) => standing === 'made').length);
  protected readonly all = computed(() => this.documents().length);
  protected readonly languages = computed(() => [...new Set(this.documents().map(({ language }) => language))]);
  protected readonly forms = minutesForms;
  protected readonly sending = new Sending();

  constructor() {
    askAgainWhile(
      () => this.standing() === 'asked',
      () => this.minutes.reload(),
    );
  }

  protected address(language: string, form: MinutesForm): string {
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
