import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The text of an empty list, with a next step: `<lib-empty [title]="…">why, and <a>where to go</a></lib-empty>`. */
@Component({
  selector: 'lib-empty',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="title">{{ title() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s6) var(--s5);
      border: 1px dashed var(--rule);
      border-radius: var(--radius);
      color: var(--soft);
    }

    .title {
      margin: 0 0 var(--s1);
      font: 500 var(--h3) var(--serif);
      color: var(--text);
    }
  `,
})
export class Empty {
  readonly title = input.required<string>();
}
