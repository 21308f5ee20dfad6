import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { Check, Verdict, Verification } from '@libretto/credentials';
import {
  isSigned,
  sayCheck,
  sayTrust,
  sayVerdict,
  sayVerified,
  sourceOf,
  textIn,
  titleOf,
  type Tongue,
} from '@libretto/credentials/words';
import { injectSay, ReadingLanguage, SentencePipe } from '../../platform/language';
import { Status, type Tone } from '../../ui/status';
import { CompareWithReceipt } from './compare-with-receipt';

const tones: Record<Verdict, Tone> = {
  valid: 'good',
  unlisted: 'wait',
  hosted: 'wait',
  unconfirmed: 'wait',
  superseded: 'wait',
  'not-yet-valid': 'wait',
  undecided: 'wait',
  'not-signed': 'wait',
  'not-supported': 'wait',
  'too-large': 'wait',
  ambiguous: 'bad',
  suspended: 'wait',
  revoked: 'bad',
  expired: 'bad',
  altered: 'bad',
  'unknown-issuer': 'bad',
  inconsistent: 'bad',
  unreadable: 'bad',
};

const tonesOfChecks: Record<Check['outcome'], Tone> = {
  passed: 'good',
  failed: 'bad',
  'not-checked': 'wait',
  'not-known': 'wait',
};

/** A verification in plain words: the verdict and its issuer, then the contents of the credential, then each check. */
@Component({
  selector: 'lib-verification-explained',
  imports: [CompareWithReceipt, SentencePipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verification-explained.html',
  styleUrl: './verification-explained.css',
})
export class VerificationExplained {
  private readonly say = injectSay();
  private readonly reading = inject(ReadingLanguage);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  readonly verification = input.required<Verification>();
  /** The name of the file that was checked. */
  readonly file = input<string>();
  /** The link of the credential that replaced this one, when somebody wants it verified. */
  readonly newer = output<string>();

  private readonly tongue = computed<Tongue>(() => ({
    language: this.reading.code(),
    say: (key, values) => this.say(key, values),
  }));
  protected readonly tone = computed(() => tones[this.verification().verdict]);
  protected readonly verdict = computed(() => sayVerdict(this.verification().verdict, this.tongue()));
  protected readonly trust = computed(() => sayTrust(this.verification(), this.tongue()));
  protected readonly checks = computed(() =>
    this.verification().checks.map((check) => ({
      ...sayCheck(check, this.tongue()),
      name: check.name,
      tone: tonesOfChecks[check.outcome],
      newer: check.code === 'superseded' && typeof check.data['by'] === 'string' ? check.data['by'] : undefined,
    })),
  );
  protected readonly contents = computed(() => {
    const verification = this.verification();
    const { contents, receipt } = verification;
    if (!contents && !receipt) return undefined;
    const { language } = this.tongue();
    return {
      isSigned: isSigned(verification),
      heading: titleOf(verification),
      title: contents && textIn(language, contents.title),
      rows: sayVerified(verification, this.tongue()),
    };
  });

  /** What of a file was verified, where somebody signed it. */
  protected readonly source = computed(() => {
    const { source } = this.verification();
    const isCarried = source === 'pdf' || source === 'image';
    return isCarried && isSigned(this.verification()) ? sourceOf(this.verification(), source) : undefined;
  });

  constructor() {
    // Screen readers hear the verdict: each new one takes the focus.
    afterRenderEffect(() => {
      this.verification();
      this.heading().nativeElement.focus();
    });
  }
}
