import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { extendProjectDeadline, type GroupsView } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Moment } from '../../platform/time';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** The deadline of an attempt and its extensions, with a form to extend it for everybody, one group or one person. */
@Component({
  selector: 'lib-deadline-form',
  imports: [FormRoot, Moment, SelectField, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let deadline = view().deadline;
    <p><lib-moment [at]="deadline.until" [zone]="deadline.zone" /></p>
    @if (deadline.reason; as reason) {
      <p class="soft">{{ 'project-work.own.extended' | transloco: { reason } }}</p>
    }
    @if (view().extensions.length) {
      <h3>{{ 'project-work.deadline.extensions' | transloco }}</h3>
      <ul>
        @for (extension of view().extensions; track extension.id) {
          <li>
            {{ extension.group ?? extension.person }}
            <span class="small soft">({{ 'project-work.deadline.for-attempt' | transloco: extension }})</span>:
            <lib-moment [at]="extension.until" [zone]="deadline.zone" />
            <span class="small soft">{{ extension.reason }}</span>
          </li>
        }
      </ul>
    }
    @if (view().can.extendDeadline) {
      <details>
        <summary>{{ 'project-work.deadline.extend' | transloco }}</summary>
        <form class="form" [formRoot]="form">
          <lib-select-field [label]="'project-work.deadline.whose' | transloco" [field]="form.whose">
            <option value="">{{ 'project-work.deadline.all' | transloco }}</option>
            @for (group of named(); track group.id) {
              <option [value]="'group ' + group.id">{{ group.name }}</option>
            }
            @for (person of people(); track person.enrolmentId) {
              <option [value]="'person ' + person.enrolmentId">{{ person.name }}</option>
            }
          </lib-select-field>
          <lib-text-field [label]="'project-work.deadline.last-day' | transloco" type="date" [field]="form.lastDay" />
          <lib-text-field
            [label]="'project-work.deadline.reason' | transloco"
            [hint]="'project-work.deadline.reason-hint' | transloco"
            [rows]="2"
            [field]="form.reason"
          />
          <lib-send [form]="form" [verb]="'project-work.deadline.do' | transloco" outlined />
        </form>
      </details>
    }
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class DeadlineForm {
  readonly editionId = input.required<string>();
  readonly view = input.required<GroupsView>();
  readonly extended = output();

  private readonly api = inject(Api);
  /** Somebody who works alone is a group of one: found by their own name. */
  protected readonly named = computed(() => this.view().groups.filter(({ name }) => name !== null));
  protected readonly people = computed(() => {
    const { groups, withoutGroup } = this.view();
    const all = [...groups.flatMap(({ members }) => members), ...withoutGroup];
    return all.toSorted((one, other) => one.name.localeCompare(other.name));
  });
  private readonly model = signal(nothingTyped);
  protected readonly form = formToSend(extendProjectDeadline, this.model, (typed) => this.extend(typed), {
    body: bodyOf,
    next: () => nothingTyped,
  });

  private async extend(typed: typeof nothingTyped): Promise<void> {
    const asked = { params: { editionId: this.editionId() }, query: { brief: this.view().brief } };
    await this.api.send(extendProjectDeadline, { ...asked, body: bodyOf(typed) });
    this.extended.emit();
  }
}

const nothingTyped = { whose: '', lastDay: '', reason: '' };

function bodyOf({ whose, ...rest }: typeof nothingTyped) {
  const [kind, id = ''] = whose.split(' ');
  if (!kind) return rest;
  return { ...rest, whose: kind === 'group' ? { groupId: id } : { enrolmentId: id } };
}
