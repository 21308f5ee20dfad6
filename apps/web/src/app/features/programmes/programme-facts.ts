import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { inPresencePercentOf } from '@libretto/domain';
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

  protected readonly countries = computed(() => [
    ...new Set(this.definition().awardingBodies.map(({ country }) => country)),
  ]);
  /** The requirements of completion, each with its sentence. */
  protected readonly asked = computed(() => {
    const { completion } = this.definition();
    const percent = inPresencePercentOf(this.definition());
    return [
      ...(percent > 0 ? [{ key: 'programmes.facts.in-presence', percent }] : []),
      ...(completion.modules
        ? [{ key: 'programmes.facts.modules-done', percent: completion.modules.percentOfMinutes }]
        : []),
      ...(completion.ledgerMinutes
        ? [{ key: 'programmes.facts.ledger-hours', hours: completion.ledgerMinutes / 60 }]
        : []),
      ...(completion.projectWorkPassed ? [{ key: 'programmes.facts.project-passed' }] : []),
    ];
  });
  protected readonly bodies = computed(() =>
    this.definition()
      .awardingBodies.map(({ name }) => name)
      .join(', '),
  );
}
