import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, viewChildren } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type PageText, publishPage, readPage } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { Drafts } from '../../../platform/drafts';
import { InLanguagePipe, nameOf, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { PageHeader } from '../../../ui/page-header';
import { Refused, Sending } from '../../../ui/sending';
import { Tabs } from '../../../ui/tabs';
import { Waiting } from '../../../ui/waiting';
import { PageInLanguage } from './page-in-language';
import { PageVersions } from './page-versions';

/** Where authors write a page of a module, in each language of its programme, and publish it. */
@Component({
  selector: 'lib-edit-page-page',
  imports: [
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    PageInLanguage,
    PageVersions,
    Refused,
    RouterLink,
    SentencePipe,
    Tabs,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edit-page.page.html',
})
export class EditPagePage {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly reading = inject(ReadingLanguage);
  private readonly texts = viewChildren(PageInLanguage);
  private readonly params = computed(() => ({ editionId: this.editionId(), materialId: this.materialId() }));
  protected readonly page = this.api.read(readPage, () => ({ params: this.params() }));
  protected readonly sending = new Sending();
  protected readonly last = computed(() => this.page.value()?.versions[0]);
  protected readonly tabs = computed(() => {
    const { languages = [] } = this.page.value() ?? {};
    return languages.map((code) => ({ id: code, name: nameOf(this.reading.code(), 'language', code) }));
  });
  protected readonly chosen = linkedSignal<readonly { id: string }[], string>({
    source: this.tabs,
    computation: (tabs, before) => before?.value ?? tabs[0]?.id ?? '',
  });

  protected async publish(): Promise<void> {
    await this.sending.run(async () => {
      // Values that two windows chose differently have to be decided first, and what is not saved is not published.
      await this.drafts.saveAll();
      const open = this.texts().find(
        ({ draft }) => draft.clashes().length || draft.unkept() || draft.standing() === 'unsaved',
      );
      if (open) return this.chosen.set(open.language());
      await this.api.send(publishPage, { params: this.params() });
      this.page.reload();
    });
  }

  protected use(text: PageText): void {
    this.texts()
      .find(({ language }) => language() === this.chosen())
      ?.use(text);
  }
}
