import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { receiptFragment } from '@libretto/credentials/words';
import { SentencePipe } from '../../platform/language';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { CredentialField } from './credential-field';
import { VerificationExplained } from './verification-explained';
import { Verifier } from './verifier';

const receiptIn = (fragment: string): string | undefined =>
  fragment.startsWith(receiptFragment) ? fragment.slice(receiptFragment.length) : undefined;

/** For everybody who was shown a credential: whether it is valid, or since when it is not. */
@Component({
  selector: 'lib-verify-page',
  imports: [RouterLink, SentencePipe, PageHeader, Skeleton, CredentialField, VerificationExplained],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lib-page-header
      [title]="'verification.page.title' | transloco"
      [state]="'verification.page.promise' | transloco"
    />
    <lib-credential-field [link]="credential() ?? ''" (handedIn)="take($event)" />
    <p class="small soft">
      {{ 'verification.page.stays' | transloco }} <a routerLink="/log">{{ 'verification.page.log' | transloco }}</a>
    </p>

    <section [attr.aria-busy]="verification.isLoading()">
      @if (verification.isLoading()) {
        <p role="status" class="unseen">{{ 'verification.page.checking' | transloco }}</p>
        <lib-skeleton [lines]="8" />
      } @else if (verification.error()) {
        <p role="alert">{{ 'verification.page.failed' | transloco }}</p>
      } @else if (isAhead()) {
        <p role="status">{{ 'verification.page.proof-ahead' | transloco }}</p>
      } @else if (verification.value(); as verification) {
        <lib-verification-explained [verification]="verification" [file]="file()" (newer)="take($event)" />
      }
    </section>
  `,
  styles: `
    lib-credential-field + p {
      margin-top: var(--s3);
      max-width: none;
    }
  `,
})
export class VerifyPage {
  private readonly verifier = inject(Verifier);
  private readonly router = inject(Router);

  /** A link in the page's own address, so that a check can be shared. */
  readonly credential = input<string>();
  /** A receipt comes in the part of the address that no server sees. */
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  private readonly handedIn = linkedSignal<string | File | undefined>(
    () => receiptIn(this.fragment() ?? '') ?? (this.credential() || undefined),
  );
  /** The proof of a log comes as a file of its own: for the credential that is there, or else for the next one. */
  private readonly logProof = linkedSignal<unknown, string | undefined>({
    source: this.handedIn,
    computation: (_, before) => (before?.source === undefined ? before?.value : undefined),
  });
  protected readonly isAhead = computed(() => this.handedIn() === undefined && this.logProof() !== undefined);
  protected readonly verification = resource({
    params: () => {
      const handedIn = this.handedIn();
      return handedIn === undefined ? undefined : { handedIn, logProof: this.logProof() };
    },
    loader: ({ params: { handedIn, logProof } }) => this.verifier.check(handedIn, logProof),
  });
  protected readonly file = computed(() => {
    const handedIn = this.handedIn();
    return handedIn instanceof File ? handedIn.name : undefined;
  });

  /** A link goes into the address, where back finds it; a file and a text never do. */
  protected async take(handedIn: string | File): Promise<void> {
    if (handedIn instanceof File && handedIn.name.endsWith('.tlog-proof')) {
      this.logProof.set(await handedIn.text());
      return;
    }
    const isLink = typeof handedIn === 'string' && /^https?:\/\/\S+$/i.test(handedIn);
    const fragment = isLink ? handedIn.split('#')[1] : undefined;
    const receipt = receiptIn(fragment ?? '');
    if (receipt) await this.router.navigate([], { fragment });
    else await this.router.navigate([], { queryParams: isLink ? { credential: handedIn } : {} });
    const asked = receipt ?? handedIn;
    if (this.handedIn() === asked) this.verification.reload();
    else this.handedIn.set(asked);
  }
}
