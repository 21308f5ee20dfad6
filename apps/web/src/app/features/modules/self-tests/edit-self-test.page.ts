import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { publishSelfTest, readSelfTest } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { Drafts } from '../../../platform/drafts';
import { InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { PageHeader } from '../../../ui/page-header';
import { Refused, Sending } from '../../../ui/sending';
import { Waiting } from '../../../ui/waiting';
import { SelfTestEditor } from './self-test-editor';

/** Where authors write a self-test of a module, in each language of its programme, and publish it. */
@Component({
  selector: 'lib-edit-self-test-page',
  imports: [
    InLanguagePipe,
    LanguageNamesPipe,
    LongDayPipe,
    MatButtonModule,
    PageHeader,
    Refused,
    RouterLink,
    SelfTestEditor,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './edit-self-test.page.html',
  styles: `
    [aria-pressed='true'] {
      font-weight: 600;
      text-decoration: underline;
    }
  `,
})
export class EditSelfTestPage {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly editor = viewChild(SelfTestEditor);
  private readonly params = computed(() => ({ editionId: this.editionId(), materialId: this.materialId() }));
  protected readonly test = this.api.read(readSelfTest, () => ({ params: this.params() }));
  protected readonly sending = new Sending();
  protected readonly language = linkedSignal<readonly string[], string>({
    source: () => this.test.value()?.languages ?? [],
    computation: (languages, before) => before?.value || (languages[0] ?? ''),
  });

  protected async publish(): Promise<void> {
    await this.sending.run(async () => {
      // Values that two windows chose differently have to be decided first, and what is not saved is not published.
      await this.drafts.saveAll();
      const draft = this.editor()?.draft;
      if (draft && (draft.clashes().length || draft.unkept() || draft.standing() === 'unsaved')) return;
      await this.api.send(publishSelfTest, { params: this.params() });
      this.test.reload();
    });
  }
}
