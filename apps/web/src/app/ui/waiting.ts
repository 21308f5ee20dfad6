import { type HttpResourceRef } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ErrorPanel } from './error-panel';
import { Skeleton } from './skeleton';

/**
 * What stands in place of a resource that is not there: grey lines while it loads, the reason when it failed.
 * `<lib-waiting [for]="booklet" /> @if (booklet.hasValue()) { … }`
 */
@Component({
  selector: 'lib-waiting',
  imports: [ErrorPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (failed(); as error) {
      <lib-error-panel [error]="error" (retry)="for().reload()" />
    } @else if (for().isLoading() && !for().hasValue()) {
      <lib-skeleton [lines]="lines()" />
    }
  `,
})
export class Waiting {
  readonly for = input.required<HttpResourceRef<unknown>>();
  /** About as many lines as will be there, so that nothing jumps. */
  readonly lines = input(6);
  protected readonly failed = computed(() => this.for().error());
}
