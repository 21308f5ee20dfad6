import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { CountryNamePipe, InLanguagePipe, LanguageNamesPipe } from '../../platform/language';
import { Illustrative } from './illustrative';

/** The elements of Annex I at a glance. */
@Component({
  selector: 'lib-programme-facts',
  imports: [TranslocoPipe, CountryNamePipe, Illustrative, InLanguagePipe, LanguageNamesPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-facts.html',
})
export class ProgrammeFacts {
  readonly definition = input.required<ProgrammeDefinition>();

  protected readonly countries = computed(() => [...new Set(this.definition().awardingBodies.map(({ country }) => country))]);
  protected readonly bodies = computed(() => this.definition().awardingBodies.map(({ name }) => name).join(', '));
}
