import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { codeOf } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { signInBefore } from '../../../platform/people';
import { Moment } from '../../../platform/time';
import { ErrorPanel } from '../../../ui/error-panel';
import { PageHeader } from '../../../ui/page-header';
import { CheckInField } from './check-in-field';
import { CheckingIn } from './checking-in';
import { keepScansOffline } from './offline-scans';
import { ShowNear } from './show-near';

/** Where a QR code leads: checks its reader in, says how that went, and takes a short code instead. */
@Component({
  selector: 'lib-check-in-page',
  imports: [CheckInField, ErrorPanel, Moment, PageHeader, RouterLink, SentencePipe, ShowNear],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './check-in.page.html',
  styles: '.field { margin-top: var(--s5); }',
})
export class CheckInPage {
  /** The scanned code. */
  readonly code = input<string>();

  private readonly checkingIn = inject(CheckingIn);
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  protected readonly isWaiting = this.checkingIn.isWaiting;
  private readonly sent = linkedSignal(() => {
    const code = this.code();
    return code ? { code } : undefined;
  });
  protected readonly answer = resource({
    params: () => this.sent(),
    loader: ({ params: { code }, abortSignal }) => this.send(code, abortSignal),
  });
  protected readonly done = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  /** How it went, in a key of the language files. */
  protected readonly outcome = computed(() => {
    const done = this.done();
    if (!done) return this.isWaiting() ? 'waiting' : this.answer.isLoading() ? 'sending' : 'ask';
    if (done.before === 'tutor') return 'by-tutor';
    if (done.mark === 'late') return done.before ? 'late-already' : 'late';
    return done.before ? 'already' : 'in';
  });

  constructor() {
    keepScansOffline();
  }

  protected type(code: string): void {
    this.sent.set({ code });
  }

  private async send(code: string, stop: AbortSignal) {
    try {
      const done = await this.checkingIn.send(code, stop);
      // Whoever reads the page again later does not send an old code.
      this.location.replaceState('/check-in');
      return done;
    } catch (error) {
      if (codeOf(error) === 'common.not-signed-in')
        await this.router.navigateByUrl(signInBefore(this.router, `/check-in?code=${encodeURIComponent(code)}`));
      throw error;
    }
  }
}
