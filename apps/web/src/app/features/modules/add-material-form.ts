import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { addMaterial } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** A page, a self-test, a link or a video for a module. A new page or self-test opens in its editor. */
@Component({
  selector: 'lib-add-material-form',
  imports: [SelectField, FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="form" [formRoot]="form">
      <lib-select-field [label]="'modules.materials.kind' | transloco" [field]="form.kind">
        <option value="link">{{ 'modules.materials.kinds.link' | transloco }}</option>
        <option value="page">{{ 'modules.materials.kinds.page' | transloco }}</option>
        <option value="self-test">{{ 'modules.materials.kinds.self-test' | transloco }}</option>
        <option value="video">{{ 'modules.materials.kinds.video' | transloco }}</option>
      </lib-select-field>
      <lib-text-field [label]="'modules.materials.name' | transloco" [field]="form.title" />
      @if (hasAddress(form.kind().value())) {
        <lib-text-field [label]="'modules.materials.address' | transloco" type="url" [field]="form.url" />
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
  private readonly router = inject(Router);
  protected readonly hasAddress = (kind: string) => !editors[kind];
  private readonly model = signal({ kind: 'link', title: '', url: '' });
  protected readonly form = formToSend(addMaterial, this.model, (typed) => this.add(typed), {
    body: bodyOf,
    next: ({ kind }) => ({ kind, title: '', url: '' }),
  });

  private async add(typed: Typed): Promise<void> {
    const editionId = this.editionId();
    const params = { editionId, moduleNumber: this.moduleNumber() };
    const { id } = await this.api.send(addMaterial, { params, body: bodyOf(typed) });
    const editor = editors[typed.kind];
    if (editor) await this.router.navigate(['/editions', editionId, 'materials', id, editor]);
    else this.added.emit();
  }
}

/** What is written in the browser, and the page where that is done. */
const editors: Readonly<Record<string, string>> = { page: 'edit', 'self-test': 'self-test' };

type Typed = Record<'kind' | 'title' | 'url', string>;

function bodyOf({ kind, title, url }: Typed) {
  if (kind === 'page' || kind === 'self-test') return { kind, title } as const;
  return { kind: kind === 'video' ? 'video' : 'link', title, url } as const;
}
