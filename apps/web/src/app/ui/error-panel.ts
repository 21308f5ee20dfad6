import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ProblemError } from '../platform/api';
import { SentencePipe } from '../platform/language';

/** The reason why something did not work, in the words of the API, and a next step. */
@Component({
  selector: 'lib-error-panel',
  imports: [MatButtonModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="alert">
      <p>{{ detail() ?? ('common.refusals.unreadable' | transloco) }}</p>
      @if (again()) {
        <button mat-stroked-button type="button" (click)="retry.emit()">{{ 'shell.retry' | transloco }}</button>
      }
    </div>
  `,
  styles: `
    div {
      padding: var(--s4) var(--s5);
      border-inline-start: 3px solid var(--red);
      background: var(--red-wash);
    }

    p {
      margin: 0;
    }

    button {
      margin-top: var(--s3);
    }
  `,
})
export class ErrorPanel {
  readonly error = input.required<unknown>();
  /** Offers to try again; off if the person has to change something first. */
  readonly again = input(true);
  readonly retry = output();

  protected readonly detail = computed(() => {
    const error = this.error();
    return error instanceof ProblemError ? error.message : undefined;
  });
}
