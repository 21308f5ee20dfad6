import { afterNextRender, ChangeDetectionStrategy, Component, effect, ElementRef, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { ReadingLanguage } from '../platform/language';

/**
 * The beginning of every page: its subject, its state in one line, and the one next step.
 * `<lib-page-header [title]="…" [state]="…"><a mat-flat-button …>Hand in</a></lib-page-header>`; a richer state goes
 * into `<p state>`.
 */
@Component({
  selector: 'lib-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (over(); as over) {
      <p class="over">{{ over }}</p>
    }
    <h1 tabindex="-1">{{ title() }}</h1>
    <div class="line">
      <div class="state">
        @if (state(); as state) {
          <p>{{ state }}</p>
        }
        <ng-content select="[state]" />
      </div>
      <div class="action"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s6);
    }

    .over {
      margin: 0 0 var(--s1);
      color: var(--soft);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--s4) var(--s6);
      margin-top: var(--s3);
    }

    .state {
      flex: 1 1 20rem;
      font-size: var(--lead);
    }

    .state ::ng-deep p {
      margin: 0;
    }

    .action {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
    }

    .action:empty {
      display: none;
    }

    @media print {
      .action {
        display: none;
      }
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  /** Its state in one line. */
  readonly state = input<string>();
  /** A line above its title. */
  readonly over = input<string>();

  constructor() {
    const window = inject(Title);
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      // After a navigation the focus waits on the page until its heading is there.
      if (document.activeElement?.id === 'page') host.querySelector('h1')?.focus({ preventScroll: true });
    });
    const reading = inject(ReadingLanguage);
    effect(() => {
      // The route's own title is set again when the language changes; this one is set after it.
      reading.code();
      window.setTitle(`${this.title()} · Libretto`);
    });
  }
}
