import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DossierHistory } from '@libretto/contracts';
import { SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { ChangesView } from './changes-view';
import { ReturnsList } from './returns-list';

/** The events of a dossier since a member last viewed it: questions and replies, and the differences. */
@Component({
  selector: 'lib-dossier-history',
  imports: [SentencePipe, LongDayPipe, ChangesView, ReturnsList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (latest().length) {
      <section class="sheet" [attr.aria-label]="'admissions.history.title' | transloco">
        <h2>{{ 'admissions.history.title' | transloco }}</h2>
        <lib-returns-list [zone]="zone()" [returns]="latest()" [fields]="history().fields" />
      </section>
    }
    @if (history().changes; as changes) {
      @if (changes.isNew) {
        <section class="sheet" [attr.aria-label]="'admissions.changes.title' | transloco">
          <h2>{{ 'admissions.changes.title' | transloco }}</h2>
          <p class="soft small">{{ 'admissions.changes.since' | transloco: { day: changes.since | longDay } }}</p>
          <lib-changes-view [editionId]="editionId()" [changes]="changes" [fields]="history().fields" />
        </section>
      } @else {
        <details>
          <summary>{{ 'admissions.changes.seen' | transloco: { day: changes.since | longDay } }}</summary>
          <lib-changes-view [editionId]="editionId()" [changes]="changes" [fields]="history().fields" />
        </details>
      }
    }
    @if (earlier().length) {
      <details>
        <summary>{{ 'admissions.history.earlier' | transloco: { returns: earlier().length } }}</summary>
        <lib-returns-list [zone]="zone()" [returns]="earlier()" [fields]="history().fields" />
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
    }

    :host(:not(:empty)) {
      margin-top: var(--s5);
    }

    section > h2 {
      margin-top: 0;
    }

    summary {
      color: var(--ink);
      cursor: pointer;
    }
  `,
})
export class DossierHistoryView {
  readonly editionId = input.required<string>();
  /** The edition's time zone. */
  readonly zone = input.required<string>();
  readonly history = input.required<DossierHistory>();

  protected readonly latest = computed(() => this.history().returns.slice(0, 1));
  protected readonly earlier = computed(() => this.history().returns.slice(1));
}
