import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { copyEdition } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { Api } from '../../platform/api';
import { formToSend, Send, TextField } from '../../ui/form';

/** Plans an edition like this one, and leads to it. */
@Component({
  selector: 'lib-copy-edition',
  imports: [FormRoot, Send, TextField, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="soft">{{ 'editions.copy.hint' | transloco }}</p>
    <form class="form" [formRoot]="form">
      <lib-text-field [label]="'editions.form.name' | transloco" [field]="form.name" />
      <lib-text-field [label]="'editions.form.starts' | transloco" type="date" [field]="form.startsOn" />
      <lib-send [form]="form" [verb]="'editions.copy.do' | transloco" outlined />
    </form>
  `,
})
export class CopyEdition {
  readonly editionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly model = signal({ name: '', startsOn: '' });
  protected readonly form = formToSend(copyEdition, this.model, async (body) => {
    const { id } = await this.api.send(copyEdition, { params: { editionId: this.editionId() }, body });
    await this.router.navigate(['/editions', id, 'sessions']);
  });
}
