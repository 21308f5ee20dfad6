import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { drawProjectGroups, type ReplyOf } from '@libretto/contracts';
import { type CountrySpread, countrySpreads } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** Draws groups for the people without one. */
@Component({
  selector: 'lib-draw-form',
  imports: [FormField, FormRoot, MatCheckboxModule, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details>
      <summary>{{ 'project-work.draw.title' | transloco }}</summary>
      <p class="small soft">{{ 'project-work.draw.hint' | transloco }}</p>
      <form class="form" [formRoot]="form">
        <lib-select-field [label]="'project-work.draw.spread' | transloco" [field]="form.spread">
          @for (spread of spreads; track spread) {
            <option [value]="spread">{{ nameOf(spread) | transloco }}</option>
          }
        </lib-select-field>
        <lib-text-field
          type="number"
          [label]="'project-work.draw.most' | transloco"
          [hint]="'project-work.draw.most-hint' | transloco"
          [field]="form.mostOfInstitution"
        />
        <mat-checkbox [formField]="form.again">{{ 'project-work.draw.again' | transloco }}</mat-checkbox>
        <lib-send [form]="form" [verb]="'project-work.draw.do' | transloco" outlined />
      </form>
    </details>
    <p aria-live="polite">
      @if (drawn(); as result) {
        {{ 'project-work.draw.done' | transloco: result }}
      }
    </p>
  `,
  styles: 'summary { cursor: pointer; color: var(--ink); } form { margin-top: var(--s3); }',
})
export class DrawForm {
  readonly editionId = input.required<string>();
  readonly brief = input.required<string>();
  readonly changed = output();

  private readonly api = inject(Api);
  protected readonly spreads = countrySpreads;
  protected readonly nameOf = (spread: CountrySpread) => `project-work.draw.${spread}` as const;
  protected readonly drawn = signal<ReplyOf<typeof drawProjectGroups> | undefined>(undefined);
  private readonly model = signal({ spread: 'mixed' as CountrySpread, mostOfInstitution: '', again: false });
  protected readonly form = formToSend(drawProjectGroups, this.model, () => this.draw(), { body: bodyOf });

  private async draw(): Promise<void> {
    const asked = { params: { editionId: this.editionId() }, query: { brief: this.brief() } };
    this.drawn.set(await this.api.send(drawProjectGroups, { ...asked, body: bodyOf(this.model()) }));
    this.changed.emit();
  }
}

const bodyOf = ({
  mostOfInstitution,
  ...wish
}: {
  spread: CountrySpread;
  mostOfInstitution: string;
  again: boolean;
}) => ({
  ...wish,
  mostOfInstitution: mostOfInstitution === '' ? null : Number(mostOfInstitution),
});
