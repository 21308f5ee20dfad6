import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { FormField } from '@libretto/contracts';
import { ownLabelOf } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { injectSay, inLanguage, ReadingLanguage } from '../../../platform/language';

/**
 * The label of a form's field, one of every form or one of the programme's own: `{{ 'own.decisions' | fieldLabel:
 * view.fields }}`.
 */
@Pipe({ name: 'fieldLabel', pure: false })
export class FieldLabelPipe implements PipeTransform {
  private readonly reading = inject(ReadingLanguage);
  private readonly say = injectSay();

  transform(key: string, own: readonly FormField[]): string {
    const code = this.reading.code();
    const label = ownLabelOf(key, own);
    return label ? inLanguage(label, code) : this.say(`admissions.field.${key as KeyBelow<'admissions.field'>}`);
  }
}
