import { type HttpResourceRef } from '@angular/common/http';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { codeOf } from '../platform/api';
import { SentencePipe } from '../platform/language';
import { ErrorPanel } from './error-panel';
import { PageHeader } from './page-header';
import { Skeleton } from './skeleton';

/**
 * Stands in place of a resource that is not there: grey lines while it loads, the reason when it failed; and the
 * heading of the page, if that would have come with the resource.
 * `<lib-waiting [for]="booklet" /> @if (booklet.hasValue()) { … }`
 */
@Component({
  selector: 'lib-waiting',
  imports: [ErrorPanel, PageHeader, RouterLink, Skeleton, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (failed(); as error) {
      @if (isWithoutHeading()) {
        <lib-page-header [title]="(isNotFound() ? 'shell.not-found.title' : 'shell.not-loaded') | transloco" />
      }
      <lib-error-panel [error]="error" [again]="!isPastTheEnd()" (retry)="for().reload()" />
      @if (isPastTheEnd()) {
        <p>
          <a [routerLink]="[]" [queryParams]="{ after: null }" queryParamsHandling="merge">{{
            'shell.pager.first' | transloco
          }}</a>
        </p>
      }
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
  protected readonly isNotFound = computed(() => codeOf(this.failed()) === 'common.not-found');
  /** For a list: its address continues at a place that does not exist, or no longer. */
  protected readonly isPastTheEnd = computed(() => codeOf(this.failed()) === 'common.no-such-place');
  protected readonly isWithoutHeading = signal(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The first of several failed ones gives the page its heading.
    const isFirst = () => document.querySelector('main lib-waiting [role=alert]')?.closest('lib-waiting') === host;
    afterRenderEffect(() =>
      this.isWithoutHeading.set(Boolean(this.failed()) && !document.querySelector('main h1') && isFirst()),
    );
  }
}
