import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormRoot } from '@angular/forms/signals';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { changeMaterial, type Material } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';

/** How long a material takes, whether it is required, and from when or after what participants can open it. */
@Component({
  selector: 'lib-material-settings',
  imports: [FormRoot, InLanguagePipe, MatCheckboxModule, SelectField, Send, SentencePipe, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './material-settings.html',
})
export class MaterialSettings {
  readonly editionId = input.required<string>();
  readonly material = input.required<Pick<Material, 'id' | 'minutes' | 'isRequired' | 'opensOn' | 'opensAfter'>>();
  /** The materials of the module, after which it may open. */
  readonly others = input.required<readonly Pick<Material, 'id' | 'title'>[]>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly model = linkedSignal(() => {
    const { minutes, isRequired, opensOn, opensAfter } = this.material();
    return { minutes, isRequired, opensOn: opensOn ?? '', opensAfterId: opensAfter?.id ?? '' };
  });
  protected readonly form = formToSend(changeMaterial, this.model, (typed) => this.change(typed), { body: bodyOf });

  protected readonly choices = computed(() => this.others().filter(({ id }) => id !== this.material().id));

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
  readonly opensAfterId: string;
}

const bodyOf = ({ minutes, isRequired, opensOn, opensAfterId }: Typed) => ({
  minutes,
  isRequired,
  opensOn: opensOn || null,
  opensAfterId: opensAfterId || null,
});
