import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { setIndividualResult, type WorkToMarkView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { MarkFields, markOf } from './mark-fields';

/** One member of a group gets another result than the group, for a reason. */
@Component({
  selector: 'lib-individual-result',
  imports: [FormRoot, MarkFields, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'project-work.individual.title' | transloco }}</summary>
      <form class="form" [formRoot]="form">
        <lib-select-field [label]="'project-work.individual.member' | transloco" [field]="form.enrolmentId">
          <option value=""></option>
          @for (member of work().members; track member.enrolmentId) {
            <option [value]="member.enrolmentId">{{ member.name }}</option>
          }
        </lib-select-field>
        <lib-mark-fields [outcome]="form.outcome" [grade]="form.grade" [grades]="work().grades" />
        <lib-text-field
          [label]="'project-work.look.reason' | transloco"
          [hint]="'project-work.individual.hint' | transloco"
          [rows]="3"
          [field]="form.reason"
        />
        <lib-send [form]="form" [verb]="'project-work.individual.do' | transloco" outlined />
        @if (saved(); as name) {
          <p role="status">{{ 'project-work.individual.saved' | transloco: { name } }}</p>
        }
      </form>
    </details>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class IndividualResultForm {
  readonly editionId = input.required<string>();
  readonly work = input.required<WorkToMarkView>();

  private readonly api = inject(Api);
  protected readonly saved = signal<string | undefined>(undefined);
  private readonly model = signal({ enrolmentId: '', outcome: '', grade: '', reason: '' });
  protected readonly form = formToSend(setIndividualResult, this.model, () => this.save(), {
    body: ({ reason, ...mark }) => ({ ...markOf(mark), reason }),
  });

  private async save(): Promise<void> {
    const { enrolmentId, reason, ...mark } = this.model();
    const member = this.work().members.find((one) => one.enrolmentId === enrolmentId);
    if (!member) return;
    await this.api.send(setIndividualResult, {
      params: { editionId: this.editionId(), workId: this.work().workId, enrolmentId },
      body: { ...markOf(mark), reason },
    });
    this.model.set({ enrolmentId: '', outcome: '', grade: '', reason: '' });
    this.saved.set(member.name);
  }
}
