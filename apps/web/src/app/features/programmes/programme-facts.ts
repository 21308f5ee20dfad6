import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { briefsIn, inPresencePercentOf } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { CountryNamePipe, InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../platform/language';
import { Illustrative } from './illustrative';

/** The elements of Annex I at a glance. */
@Component({
  selector: 'lib-programme-facts',
  imports: [SentencePipe, CountryNamePipe, Illustrative, InLanguagePipe, LanguageNamesPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-facts.html',
})
export class ProgrammeFacts {
  readonly definition = input.required<ProgrammeDefinition>();

  protected readonly briefs = computed(() => briefsIn(this.definition().projectWork));
  protected readonly countries = computed(() => [
    ...new Set(this.definition().awardingBodies.map(({ country }) => country)),
  ]);
  /** The key of the name of a division of the NQF: they go from 0 to 5. */
  protected readonly nqf = (level: number) => `programmes.nqf.${String(level) as KeyBelow<'programmes.nqf'>}` as const;
  /** The requirements of completion, each with its sentence. */
  protected readonly asked = computed(() => {
    const { completion } = this.definition();
    const percent = inPresencePercentOf(this.definition());
    return [
      ...(percent > 0 ? [{ key: 'programmes.facts.in-presence' as const, percent }] : []),
      ...(completion.modules
        ? [{ key: 'programmes.facts.modules-done' as const, percent: completion.modules.percentOfMinutes }]
        : []),
      ...(completion.ledgerMinutes
        ? [{ key: 'programmes.facts.ledger-hours' as const, hours: completion.ledgerMinutes / 60 }]
        : []),
      ...(completion.projectWorkPassed ? [{ key: 'programmes.facts.project-passed' as const }] : []),
    ];
  });
  protected readonly bodies = computed(() =>
    this.definition()
      .awardingBodies.map(({ name }) => name)
      .join(', '),
  );
}
