import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { answerProposal, askThirdMarker, proposeMark, type WorkToMarkView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';
import { Refused, Sending } from '../../ui/sending';
import { MarkFields, markOf } from './mark-fields';

/** Two markers differ: one proposes a mark, the other accepts or declines it, or both leave it to a third. */
@Component({
  selector: 'lib-agreement',
  imports: [FormRoot, MarkFields, MatButtonModule, Refused, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreement.html',
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s5);
    }

    blockquote {
      margin: 0 0 var(--s3);
      padding-inline-start: var(--s4);
      border-inline-start: 3px solid var(--rule);
      white-space: pre-line;
    }

    .row {
      margin-bottom: var(--s3);
    }
  `,
})
export class Agreement {
  readonly editionId = input.required<string>();
  readonly work = input.required<WorkToMarkView>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  protected readonly sending = new Sending();
  protected readonly agreement = computed(
    () => this.work().agreement ?? { proposal: null, can: { propose: false, answer: false, askThird: false } },
  );
  private readonly model = signal({ outcome: '', grade: '', words: '' });
  protected readonly form = formToSend(proposeMark, this.model, () => this.propose(), {
    body: ({ words, ...mark }) => ({ ...markOf(mark), words }),
  });

  protected async answer(accept: boolean): Promise<void> {
    await this.sending.run(() => this.api.send(answerProposal, { params: this.params(), body: { accept } }));
    this.changed.emit();
  }

  protected async askThird(): Promise<void> {
    const say = (key: 'third' | 'third-ask' | 'third-consequence') => this.say(`project-work.agreement.${key}`);
    const asked = { title: say('third-ask'), consequence: say('third-consequence'), verb: say('third') };
    if (!(await this.confirm.ask(asked))) return;
    await this.sending.run(() => this.api.send(askThirdMarker, { params: this.params() }));
    this.changed.emit();
  }

  private async propose(): Promise<void> {
    const { words, ...mark } = this.model();
    await this.api.send(proposeMark, { params: this.params(), body: { ...markOf(mark), words } });
    this.model.set({ outcome: '', grade: '', words: '' });
    this.changed.emit();
  }

  private params() {
    return { editionId: this.editionId(), workId: this.work().workId };
  }
}
