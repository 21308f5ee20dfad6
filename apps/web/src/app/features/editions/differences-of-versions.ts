import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { MovePreview } from '@libretto/contracts';
import { wordList, wordMinutes } from '@libretto/language';
import { injectSay, InLanguagePipe, ReadingLanguage, SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';

type Difference = MovePreview['differences'][number];
type Asked = Extract<Difference, { what: 'requirement' }>;

/** The differences between two versions of a programme, side by side. */
@Component({
  selector: 'lib-differences-of-versions',
  imports: [HoursPipe, InLanguagePipe, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './differences-of-versions.html',
})
export class DifferencesOfVersions {
  readonly differences = input.required<readonly Difference[]>();
  readonly from = input.required<number>();
  readonly to = input.required<number>();

  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);

  protected asked(kind: Asked['kind'], asked: Asked['before']): string {
    if (!asked) return this.say('editions.move.not-required');
    const modules = wordList(this.reading.code(), asked.modules.map(String));
    const values = { amount: asked.amount, modules, time: wordMinutes(this.reading.code(), asked.amount) };
    return this.say(`editions.move.asked.${kind}`, values);
  }
}
