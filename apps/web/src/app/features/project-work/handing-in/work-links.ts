import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The links of a version, as what they are: the page that opens learns nothing of where it was opened. */
@Component({
  selector: 'lib-work-links',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (link of links(); track $index) {
        <li>
          <a [href]="link" target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">{{
            link
          }}</a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class WorkLinks {
  readonly links = input.required<readonly string[]>();
}
