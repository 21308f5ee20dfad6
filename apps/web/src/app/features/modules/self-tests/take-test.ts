import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { beginAttempt, type OwnAttempts, readAttempt, readOwnAttempts, type TestAttempt } from '@libretto/contracts';
import { Api } from '../../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../../platform/language';
import { LongDayPipe } from '../../../platform/time';
import { Refused, Sending } from '../../../ui/sending';
import { Status } from '../../../ui/status';
import { Waiting } from '../../../ui/waiting';
import { TestQuestionShown } from './test-question';
import { TestSheet } from './test-sheet';

/** A self-test as a participant takes it: its terms, the attempt that is open, and those that were handed in. */
@Component({
  selector: 'lib-take-test',
  imports: [
    InLanguagePipe,
    LongDayPipe,
    MatButtonModule,
    Refused,
    SentencePipe,
    Status,
    TestQuestionShown,
    TestSheet,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './take-test.html',
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-block: var(--s5) var(--s3);
    }

    .taken {
      padding: 0;
      list-style: none;
    }

    .taken > li {
      padding-block: var(--s2);
      border-top: 1px solid var(--rule);
    }
  `,
})
export class TakeTest {
  readonly editionId = input.required<string>();
  readonly materialId = input.required<string>();
  /** As it was when its page was asked for. */
  readonly test = input.required<OwnAttempts>();
  readonly passed = output();

  private readonly api = inject(Api);
  protected readonly sending = new Sending();
  private readonly params = computed(() => ({ editionId: this.editionId(), materialId: this.materialId() }));
  protected readonly own = linkedSignal(() => this.test());
  /** The attempts that were begun and handed in on this page. */
  protected readonly begun = signal<TestAttempt | undefined>(undefined);
  protected readonly handedIn = signal<TestAttempt | undefined>(undefined);
  protected readonly open = computed(() => {
    const open = this.begun() ?? this.own().open ?? undefined;
    return open?.number === this.handedIn()?.number ? undefined : open;
  });
  protected readonly best = computed(() => {
    const { taken, best } = this.own();
    return taken.find(({ number }) => number === best);
  });
  /** The number of the attempt whose answers are shown. */
  protected readonly shown = signal<number | undefined>(undefined);
  protected readonly attempt = this.api.read(readAttempt, () => {
    const number = this.shown();
    return number === undefined ? undefined : { params: { ...this.params(), number: String(number) } };
  });

  protected async begin(): Promise<void> {
    await this.sending.run(async () => {
      const attempt = await this.api.send(beginAttempt, { params: this.params() });
      this.handedIn.set(undefined);
      this.shown.set(undefined);
      this.begun.set(attempt);
    });
  }

  protected async finish(attempt: TestAttempt): Promise<void> {
    this.handedIn.set(attempt);
    this.begun.set(undefined);
    // Its page then asks for all of it again, since something may open after it.
    if (attempt.isPassed) return this.passed.emit();
    await this.sending.run(async () => this.own.set(await this.api.send(readOwnAttempts, { params: this.params() })));
  }

  protected look(number: number): void {
    this.shown.update((now) => (now === number ? undefined : number));
  }
}
