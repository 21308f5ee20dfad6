import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { type Institution, type InstitutionRecord, mergeInstitutions } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../platform/api';
import { injectSay, SentencePipe } from '../../platform/language';
import { Confirm } from '../../ui/confirm';
import { Refused, Sending } from '../../ui/sending';
import { InstitutionField } from './institution-field';

/** Merges an institution into one that is on the list. */
@Component({
  selector: 'lib-merge-institution',
  imports: [InstitutionField, MatButtonModule, Refused, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form sheet" (submit)="$event.preventDefault(); merge()">
      <p>{{ 'accounts.institutions.merging.what' | transloco: { name: institution().name } }}</p>
      <lib-institution-field
        [label]="'accounts.institutions.merging.into' | transloco"
        [mayPropose]="false"
        [(value)]="into"
      />
      <lib-refused [of]="sending" />
      <div class="row">
        <button mat-flat-button [disabled]="!into() || sending.isBusy()">
          {{ 'accounts.institutions.merge' | transloco }}
        </button>
        <button mat-button type="button" (click)="left.emit()">{{ 'accounts.institutions.cancel' | transloco }}</button>
      </div>
    </form>
  `,
})
export class MergeInstitution {
  readonly institution = input.required<InstitutionRecord>();
  /** The institution into which it was merged. */
  readonly merged = output<string>();
  readonly left = output();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly field = viewChild.required(InstitutionField);
  protected readonly into = signal<Institution | null>(null);
  protected readonly sending = new Sending();

  constructor() {
    afterNextRender(() => this.field().focus());
  }

  protected async merge(): Promise<void> {
    const into = this.into();
    if (!into || this.sending.isBusy()) return;
    const say = (key: KeyBelow<'accounts.institutions.merging'>) =>
      this.say(`accounts.institutions.merging.${key}`, {
        name: this.institution().name,
        into: into.name,
      });
    if (!(await this.confirm.ask({ title: say('title'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.sending.run(async () => {
      await this.api.send(mergeInstitutions, {
        params: { institutionId: this.institution().id },
        body: { intoId: into.id },
      });
      this.merged.emit(into.name);
    });
  }
}
