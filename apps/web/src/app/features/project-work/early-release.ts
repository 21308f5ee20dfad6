import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { releaseOneResult, type WorkToMarkView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { formToSend, Send, TextField } from '../../ui/form';

/** A coordinator publishes one result before the others, for a reason that its group reads. */
@Component({
  selector: 'lib-early-release',
  imports: [FormRoot, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'project-work.release.one' | transloco }}</summary>
      <form class="form" [formRoot]="form">
        <lib-text-field
          [label]="'project-work.release.one-reason' | transloco"
          [hint]="'project-work.release.one-hint' | transloco"
          [rows]="2"
          [field]="form.reason"
        />
        @if (work().outcome === 'not-passed') {
          <lib-text-field [label]="'project-work.release.next' | transloco" type="date" [field]="form.nextLastDay" />
        }
        <lib-send [form]="form" [verb]="'project-work.release.one-do' | transloco" outlined />
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class EarlyRelease {
  readonly editionId = input.required<string>();
  readonly work = input.required<WorkToMarkView>();
  readonly released = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly model = signal({ reason: '', nextLastDay: '' });
  protected readonly form = formToSend(releaseOneResult, this.model, () => this.release(), { body: bodyOf });

  private async release(): Promise<void> {
    const [title, consequence, verb] = (['one-ask', 'one-consequence', 'one-do'] as const).map((key) =>
      this.say(`project-work.release.${key}`, { people: this.work().members.length }),
    );
    if (!(await this.confirm.ask({ title: title ?? '', consequence: consequence ?? '', verb: verb ?? '' }))) return;
    const params = { editionId: this.editionId(), workId: this.work().workId };
    await this.api.send(releaseOneResult, { params, body: bodyOf(this.model()) });
    this.released.emit();
  }
}

const bodyOf = ({ reason, nextLastDay }: { reason: string; nextLastDay: string }) => ({
  reason,
  nextLastDay: nextLastDay || null,
});
