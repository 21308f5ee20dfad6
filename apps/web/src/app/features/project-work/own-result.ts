import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { appealResult, type ProjectWorkView } from '@libretto/contracts';
import { isChange } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { formToSend, Send, TextField } from '../../ui/form';
import { LatenessSaid } from './lateness-said';

/** What stands beside a result: its reasons, and the appeal. */
@Component({
  selector: 'lib-own-result',
  imports: [FormRoot, LatenessSaid, Moment, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './own-result.html',
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s4);
    }

    summary {
      cursor: pointer;
      color: var(--ink);
    }

    form {
      margin-top: var(--s3);
    }

    .words {
      white-space: pre-line;
    }
  `,
})
export class OwnResult {
  readonly editionId = input.required<string>();
  readonly workId = input.required<string>();
  readonly result = input.required<NonNullable<ProjectWorkView['works'][number]['result']>>();
  readonly appealed = output();
  protected readonly isChange = isChange;

  private readonly api = inject(Api);
  private readonly model = signal({ reason: '' });
  protected readonly form = formToSend(appealResult, this.model, async (body) => {
    await this.api.send(appealResult, { params: { editionId: this.editionId(), workId: this.workId() }, body });
    this.appealed.emit();
  });
}
