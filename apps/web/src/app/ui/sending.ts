import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { ErrorPanel } from './error-panel';

/**
 * What a page sends by a button instead of a form: `sending = new Sending()` where a field is initialised, and
 * `await this.sending.run(() => this.api.send(…))`. Its buttons wait while it is busy (`[disabled]="sending.isBusy()"`), so that a
 * double click sends once; `<lib-refused [of]="sending" />` says why it was refused, where the person looks.
 */
export class Sending {
  private readonly injector = inject(Injector);
  private readonly underWay = signal(0);
  private readonly fault = signal<unknown>(undefined);
  readonly isBusy = computed(() => this.underWay() > 0);
  readonly refused = this.fault.asReadonly();

  /** What was refused is about something else than what the person does now. */
  forget(): void {
    this.fault.set(undefined);
  }

  /** Answers whether it was done. What follows only then belongs into the work. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    const pressed = document.activeElement;
    this.fault.set(undefined);
    this.underWay.update((count) => count + 1);
    try {
      await work();
      return true;
    } catch (error) {
      this.fault.set(error);
      return false;
    } finally {
      this.underWay.update((count) => count - 1);
      this.goBackTo(pressed);
    }
  }

  /**
   * Does the same with several, one after the other: each is a step of its own, and one that is refused keeps none of the others
   * from going on. Answers which were done; why the last that was refused was, stands where it stands for one.
   */
  async runEach<One>(several: readonly One[], work: (one: One) => Promise<unknown>): Promise<One[]> {
    const done: One[] = [];
    await this.run(async () => {
      const refusals: unknown[] = [];
      for (const one of several)
        await work(one).then(
          () => done.push(one),
          (error: unknown) => refusals.push(error),
        );
      if (refusals.length) throw refusals.at(-1);
    });
    return done;
  }

  /** A button that is disabled while it sends drops the focus: whoever pressed it goes on where they were. */
  private goBackTo(pressed: Element | null): void {
    afterNextRender(
      () => document.activeElement === document.body && pressed instanceof HTMLElement && pressed.focus(),
      { injector: this.injector },
    );
  }
}

/** Why what was sent was refused, in the words of the API. */
@Component({
  selector: 'lib-refused',
  imports: [ErrorPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of().refused(); as error) {
      <lib-error-panel [error]="error" [again]="false" />
    }
  `,
})
export class Refused {
  readonly of = input.required<Sending>();
}
