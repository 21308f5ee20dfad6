import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { approveMoreSelfStudy, type HoursView } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';
import { Notices } from '../../ui/notices';

/** Approves more self-study for the chosen people, in the chosen modules, with one reason. */
@Component({
  selector: 'lib-approve-form',
  imports: [FormRoot, InLanguagePipe, MatCheckboxModule, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'pace.approve.title' | transloco }}</h2>
    <form class="form" [formRoot]="form">
      <fieldset>
        <legend>{{ 'pace.approve.modules' | transloco }}</legend>
        @for (module of modules(); track module.number) {
          <div>
            <mat-checkbox [checked]="wanted().has(module.number)" (change)="turn(module.number)">
              {{ module.number }}. {{ module.title | inLanguage }}
            </mat-checkbox>
          </div>
        }
      </fieldset>
      <lib-text-field
        [label]="'pace.approve.minutes' | transloco"
        type="number"
        inputmode="numeric"
        [field]="form.minutes"
      />
      <lib-text-field [label]="'workload.reason' | transloco" [rows]="2" [field]="form.reason" />
      <lib-send [form]="form" [verb]="'pace.approve.do' | transloco: { people: enrolmentIds().length }" />
    </form>
  `,
  styles: `
    :host {
      display: block;
      flex-basis: 100%;
    }

    fieldset {
      border: 0;
      margin: 0 0 var(--s3);
      padding: 0;
    }
  `,
})
export class ApproveForm {
  readonly editionId = input.required<string>();
  readonly enrolmentIds = input.required<readonly string[]>();
  readonly modules = input.required<HoursView['modules']>();
  readonly approved = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  /** One per approval: sending it twice, after a broken connection, approves once. */
  private readonly approvalId = signal(v7());
  protected readonly wanted = signal<ReadonlySet<number>>(new Set());
  private readonly model = signal({ minutes: 60, reason: '' });
  protected readonly form = formToSend(approveMoreSelfStudy, this.model, (typed) => this.approve(typed));

  protected turn(module: number): void {
    this.wanted.update((wanted) => wanted.symmetricDifference(new Set([module])));
  }

  private async approve({ minutes, reason }: { minutes: number; reason: string }): Promise<void> {
    const people = this.enrolmentIds().length;
    await this.api.send(approveMoreSelfStudy, {
      params: { editionId: this.editionId() },
      body: {
        approvalId: this.approvalId(),
        enrolmentIds: [...this.enrolmentIds()],
        moduleNumbers: [...this.wanted()],
        minutes,
        reason,
      },
    });
    this.notices.tell('time-approved', { people });
    this.approved.emit();
  }
}
