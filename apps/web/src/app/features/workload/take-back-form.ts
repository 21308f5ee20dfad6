import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { type LedgerEntry, reverseEntry } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Reverses a declared entry: a contrary one is written with the reason. */
@Component({
  selector: 'lib-take-back-form',
  imports: [FormRoot, HoursPipe, LongDayPipe, MatButtonModule, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>
      {{ 'workload.take-back.title' | transloco: { time: (entry().minutes | hours), day: (entry().day | longDay) } }}
    </h3>
    <p class="soft">{{ 'workload.take-back.what' | transloco }}</p>
    <form class="form" [formRoot]="form">
      <lib-text-field [label]="'workload.reason' | transloco" [rows]="2" [field]="form.reason" />
      <lib-send [form]="form" [verb]="'workload.take-back.do' | transloco" outlined>
        <button mat-button type="button" (click)="left.emit()">{{ 'workload.take-back.leave' | transloco }}</button>
      </lib-send>
    </form>
  `,
})
export class TakeBackForm {
  readonly editionId = input.required<string>();
  readonly entry = input.required<LedgerEntry>();
  readonly done = output();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly form = formToSend(reverseEntry, signal({ reason: '' }), async (body) => {
    const params = { editionId: this.editionId(), entryId: this.entry().id };
    await this.api.send(reverseEntry, { params, body });
    this.notices.tell('reversed');
    this.done.emit();
  });
}
