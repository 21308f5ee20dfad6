import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { SentencePipe } from '../../platform/language';
import { missingKey } from './award-tone';

/** The elements missing from an award, one line each. */
@Component({
  selector: 'lib-missing-elements',
  imports: [SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (elements().length) {
      <ul>
        @for (element of elements(); track element) {
          <li>{{ key(element) | transloco }}</li>
        }
      </ul>
    }
  `,
  styles: 'ul { margin: 0; padding-inline-start: 1.2em; }',
})
export class MissingElements {
  readonly elements = input.required<readonly string[]>();
  protected readonly key = missingKey;
}
