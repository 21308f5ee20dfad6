import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { addMaterial } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** A link or a text for a module's page. */
@Component({
  selector: 'lib-add-material-form',
  imports: [SelectField, FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <lib-select-field [label]="'modules.materials.kind' | transloco" [field]="form.kind">
        <option value="link">{{ 'modules.materials.link' | transloco }}</option>
        <option value="text">{{ 'modules.materials.text' | transloco }}</option>
      </lib-select-field>
      <lib-text-field [label]="'modules.materials.name' | transloco" [field]="form.title" />
      @if (form.kind().value() === 'link') {
        <lib-text-field [label]="'modules.materials.address' | transloco" type="url" [field]="form.url" />
      } @else {
        <lib-text-field [label]="'modules.materials.text' | transloco" [rows]="6" [field]="form.text" />
      }
      <lib-send [form]="form" [verb]="'modules.materials.do' | transloco" outlined />
    </form>
  `,
  styles: ':host { display: block; }',
})
export class AddMaterialForm {
  readonly editionId = input.required<string>();
  readonly moduleNumber = input.required<number>();
  readonly added = output();

  private readonly api = inject(Api);
  private readonly model = signal({ kind: 'link', title: '', url: '', text: '' });
  protected readonly form = formToSend(addMaterial, this.model, (typed) => this.add(typed), {
    body: bodyOf,
    next: ({ kind }) => ({ kind, title: '', url: '', text: '' }),
  });

  private async add(typed: Typed): Promise<void> {
    await this.api.send(addMaterial, {
      params: { editionId: this.editionId(), moduleNumber: this.moduleNumber() },
      body: bodyOf(typed),
    });
    this.added.emit();
  }
}

type Typed = Record<'kind' | 'title' | 'url' | 'text', string>;

const bodyOf = ({ kind, title, url, text }: Typed) =>
  kind === 'link' ? ({ kind, title, url } as const) : ({ kind: 'text', title, text } as const);
