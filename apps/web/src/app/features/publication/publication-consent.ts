import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { readOwnConsent } from '@libretto/contracts';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { ConsentForm } from './consent-form';

/** What a participant says to the publication of their work; nothing until they are asked. */
@Component({
  selector: 'lib-publication-consent',
  imports: [ConsentForm, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (own.value()?.items; as items) {
      @for (item of items; track item.workId) {
        <section>
          @if ($first) {
            <h2>{{ 'publication.own.title' | transloco }}</h2>
          }
          <lib-consent-form [editionId]="editionId()" [item]="item" (answered)="own.reload()" />
        </section>
      }
    }
  `,
})
export class PublicationConsent {
  readonly editionId = input.required<string>();
  protected readonly own = inject(Api).read(readOwnConsent, () => ({ params: { editionId: this.editionId() } }));
}
