import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { appealAgainstRuling, readMyApplication } from '@libretto/contracts';
import { appealStatement, evidenceKinds } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { injectSay, inLanguage, ReadingLanguage, SentencePipe } from '../../../platform/language';
import { DeadlinePipe, HowFarPipe } from '../../../platform/time';
import { Confirm } from '../../../ui/confirm';
import { formToSend, Send, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';
import { PageHeader } from '../../../ui/page-header';
import { Waiting } from '../../../ui/waiting';
import { EvidenceOfKind } from '../dossier/evidence-of-kind';
import { RulingTold } from './ruling-told';

/** Appeals against the ruling on one's own application: the reason, new evidence, and the further course. */
@Component({
  selector: 'lib-appeal-page',
  imports: [
    DeadlinePipe,
    EvidenceOfKind,
    FormRoot,
    HowFarPipe,
    MatButtonModule,
    PageHeader,
    RouterLink,
    RulingTold,
    Send,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './appeal.page.html',
  styleUrl: './appeal.page.css',
})
export class AppealPage {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  protected readonly mine = this.api.read(readMyApplication, () => ({ params: this.params() }));
  protected readonly over = computed(() => {
    const view = this.mine.value();
    return view && `${inLanguage(view.programme, this.reading.code())}, ${view.edition}`;
  });
  protected readonly added = computed(() =>
    (this.mine.value()?.application?.evidence ?? []).filter(({ ofAppeal }) => ofAppeal),
  );
  protected readonly evidenceKinds = evidenceKinds;
  protected readonly model = signal({ statement: '' });
  protected readonly length = computed(() => this.model().statement.trim().length);
  protected readonly most = appealStatement.most;
  protected readonly form = formToSend(appealAgainstRuling, this.model, () => this.appeal());

  private async appeal(): Promise<void> {
    const say = (key: KeyBelow<'admissions.appeal.confirm'>) =>
      this.say(`admissions.appeal.confirm.${key}`, { files: this.added().length });
    if (!(await this.confirm.ask({ title: say('title'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.api.send(appealAgainstRuling, { params: this.params(), body: this.model() });
    this.notices.tell('appealed');
    await this.router.navigate(['/applications', this.editionId()]);
  }
}
