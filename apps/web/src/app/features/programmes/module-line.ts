import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { minutesOf, workloadKinds } from '@libretto/domain';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { Illustrative } from './illustrative';

/** The modules on a line, each as long as its hours, and below it the subject of each. */
@Component({
  selector: 'lib-module-line',
  imports: [SentencePipe, HoursPipe, Illustrative, InLanguagePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './module-line.html',
  styleUrl: './module-line.css',
})
export class ModuleLine {
  readonly definition = input.required<ProgrammeDefinition>();

  protected readonly kinds = workloadKinds;
  protected readonly modules = computed(() =>
    this.definition().modules.map((module) => ({ ...module, all: minutesOf(module) })),
  );
}
