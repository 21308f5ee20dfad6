import type { HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { type PlacesView, setQuotas } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { countriesIn, CountryNamePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { Refused, Sending } from '../../ui/sending';
import { SearchChoice } from '../../ui/form';
import { Waiting } from '../../ui/waiting';

interface Quota {
  country: string;
  institutions: number;
  peoplePerInstitution: number;
}

/** The quotas of an edition: institutions of each country, and people of each institution. */
@Component({
  selector: 'lib-quotas-of-edition',
  imports: [
    CountryNamePipe,
    MatButtonModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    Refused,
    SearchChoice,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './quotas-of-edition.html',
  styleUrl: './quotas-of-edition.css',
})
export class QuotasOfEdition {
  readonly editionId = input.required<string>();
  /** Read by the page, with its other questions. */
  readonly places = input.required<HttpResourceRef<PlacesView | undefined>>();

  private readonly api = inject(Api);
  protected readonly quotas = linkedSignal((): Quota[] =>
    (this.places().value()?.countries ?? []).map(({ country, institutions, peoplePerInstitution }) => ({
      country,
      institutions,
      peoplePerInstitution,
    })),
  );
  private readonly reading = inject(ReadingLanguage);
  /** The countries that have no quota yet. */
  protected readonly countries = computed(() =>
    countriesIn(this.reading.code())
      .filter(({ code }) => !this.quotas().some(({ country }) => country === code))
      .map(({ code, name }) => ({ id: code, label: name })),
  );
  protected readonly people = computed(() =>
    this.quotas().reduce((sum, { institutions, peoplePerInstitution }) => sum + institutions * peoplePerInstitution, 0),
  );
  /** The number of people beyond the edition's capacity. */
  protected readonly over = computed(() => Math.max(0, this.people() - (this.places().value()?.capacity ?? 0)));
  /** Countries without a quota share what these leave. */
  protected readonly othersShare = linkedSignal(() => this.places().value()?.othersShare ?? false);
  /** The prospects of people of other countries, under the quotas on the screen. */
  protected readonly outlook = computed(() => {
    const left = (this.places().value()?.capacity ?? 0) - this.people();
    return !this.quotas().length ? 'none' : !this.othersShare() ? 'closed' : left > 0 ? 'shared' : 'nothing-left';
  });
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);

  protected add(choice: SearchChoice): void {
    const country = choice.value();
    if (country) this.quotas.update((quotas) => [...quotas, { country, institutions: 5, peoplePerInstitution: 1 }]);
    choice.value.set('');
    choice.focus();
  }

  protected change(country: string, part: 'institutions' | 'peoplePerInstitution', value: string): void {
    this.quotas.update((quotas) =>
      quotas.map((quota) => (quota.country === country ? { ...quota, [part]: Math.trunc(Number(value)) } : quota)),
    );
  }

  protected remove(country: string): void {
    this.quotas.update((quotas) => quotas.filter((quota) => quota.country !== country));
  }

  protected async save(): Promise<void> {
    this.saved.set(false);
    await this.sending.run(async () => {
      await this.api.send(setQuotas, {
        params: { editionId: this.editionId() },
        body: { quotas: this.quotas(), othersShare: this.othersShare() },
      });
      this.saved.set(true);
      this.places().reload();
    });
  }
}
