import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { approvalsAsked, usualDocumentLanguages } from '@libretto/domain';
import { InLanguagePipe, LanguageNamesPipe, SentencePipe } from '../../platform/language';
import { Illustrative } from './illustrative';

/** What somebody has who completes the programme: the qualification, other ones with it, documents, and their rules. */
@Component({
  selector: 'lib-programme-award',
  imports: [Illustrative, InLanguagePipe, LanguageNamesPipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-award.html',
})
export class ProgrammeAward {
  readonly definition = input.required<ProgrammeDefinition>();

  protected readonly languages = computed(() => this.definition().certificate?.languages ?? usualDocumentLanguages);
  protected readonly approvals = computed(() => approvalsAsked(this.definition().approval));
}
