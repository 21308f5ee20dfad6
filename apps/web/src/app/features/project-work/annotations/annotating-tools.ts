import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { SentencePipe } from '../../../platform/language';

/** The tools that mark a selection, and further ones that the surrounding component puts in. */
@Component({
  selector: 'lib-annotating-tools',
  imports: [MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="tools row" role="toolbar" [attr.aria-label]="'project-work.annotations.tools' | transloco">
      <button mat-stroked-button type="button" (mousedown)="$event.preventDefault()" (click)="highlight.emit(false)">
        {{ 'project-work.annotations.highlight' | transloco }}
      </button>
      <button mat-stroked-button type="button" (mousedown)="$event.preventDefault()" (click)="highlight.emit(true)">
        {{ 'project-work.annotations.note' | transloco }}
      </button>
      <ng-content />
    </div>
    <p class="small" role="status">
      @if (nothingSelected()) {
        {{ 'project-work.annotations.select-first' | transloco }}
      } @else {
        {{ hint() }}
      }
    </p>
  `,
  styles: `
    .tools {
      gap: var(--s2);
    }

    p {
      min-height: var(--s2);
      margin: var(--s1) 0 var(--s2);
    }
  `,
})
export class AnnotatingTools {
  readonly nothingSelected = input.required<boolean>();
  /** How the tool in use works. */
  readonly hint = input.required<string>();
  /** Whether a note is wanted with it. */
  readonly highlight = output<boolean>();
}
