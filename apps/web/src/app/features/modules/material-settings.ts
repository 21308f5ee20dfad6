import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { changeMaterial, type Material } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { formToSend, Send, TextField } from '../../ui/form';

/** How long a material takes, whether it is required, and from when participants can open it. */
@Component({
  selector: 'lib-material-settings',
  imports: [FormRoot, MatCheckboxModule, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './material-settings.html',
})
export class MaterialSettings {
  readonly editionId = input.required<string>();
  readonly material = input.required<Pick<Material, 'id' | 'minutes' | 'isRequired' | 'opensOn'>>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly model = linkedSignal(() => {
    const { minutes, isRequired, opensOn } = this.material();
    return { minutes, isRequired, opensOn: opensOn ?? '' };
  });
  protected readonly form = formToSend(changeMaterial, this.model, (typed) => this.change(typed), { body: bodyOf });

  private async change(typed: Typed): Promise<void> {
    const params = { editionId: this.editionId(), materialId: this.material().id };
    await this.api.send(changeMaterial, { params, body: bodyOf(typed) });
    this.changed.emit();
  }
}

interface Typed {
  readonly minutes: number;
  readonly isRequired: boolean;
  readonly opensOn: string;
}

const bodyOf = ({ minutes, isRequired, opensOn }: Typed) => ({
  minutes,
  isRequired,
  opensOn: opensOn || null,
});
