import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { FormRoot, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { openPlaces, type PlacesDesk, previewOpening } from '@libretto/contracts';
import type { KeyBelow } from '@libretto/language';
import { Api } from '../../../platform/api';
import { ByCountryNamePipe, CountryNamePipe, injectSay, SentencePipe } from '../../../platform/language';
import { Confirm } from '../../../ui/confirm';
import { FormProblem, formToSend, SelectField, TextField } from '../../../ui/form';
import { Notices } from '../../../ui/notices';

/** Opens the places that one country does not use to all; a preview shows the effect first. */
@Component({
  selector: 'lib-open-places-form',
  imports: [
    SelectField,
    ByCountryNamePipe,
    CountryNamePipe,
    FormProblem,
    FormRoot,
    MatButtonModule,
    TextField,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './open-places-form.html',
})
export class OpenPlacesForm {
  readonly editionId = input.required<string>();
  readonly countries = input.required<PlacesDesk['countries']>();
  readonly opened = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly say = injectSay();
  private readonly params = computed(() => ({ editionId: this.editionId() }));
  /** The countries with unused places. */
  protected readonly possible = computed(() => this.countries().filter(({ unused }) => unused > 0));
  private readonly model = signal({ country: '', institutions: 1, reason: '' });
  private readonly unused = computed(
    () => this.possible().find(({ country }) => country === this.model().country)?.unused ?? 0,
  );
  protected readonly form = formToSend(openPlaces, this.model, () => this.open(), {
    rules: (path) =>
      validate(path.institutions, ({ value }) => {
        const most = this.unused();
        return most && value() > most ? { kind: 'too-big', most } : undefined;
      }),
  });
  /** The present choice, if it is possible. */
  private readonly chosen = computed(() => {
    const { country, institutions } = this.model();
    return institutions >= 1 && institutions <= this.unused() ? { country, institutions } : undefined;
  });
  protected readonly preview = resource({
    params: () => {
      const body = this.chosen();
      return body && { params: this.params(), body };
    },
    loader: ({ params }) => this.api.send(previewOpening, params),
  });

  private async open(): Promise<void> {
    const { institutions } = this.model();
    const offered = this.preview.hasValue() ? this.preview.value().offered.length : 0;
    const say = (key: KeyBelow<'places.opening'>) => this.say(`places.opening.${key}`, { institutions, offered });
    if (!(await this.confirm.ask({ title: say('ask'), consequence: say('consequence'), verb: say('do') }))) return;
    await this.api.send(openPlaces, { params: this.params(), body: this.model() });
    this.form().reset({ country: '', institutions: 1, reason: '' });
    this.notices.tell('places-opened', { institutions });
    this.opened.emit();
  }
}
