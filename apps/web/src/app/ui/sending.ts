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
 * A request that a button sends without a form: `sending = new Sending()` where a field is initialised, and `await
 * this.sending.run(() => this.api.send(…))`. Its buttons are disabled while it is busy
 * (`[disabled]="sending.isBusy()"`), so that a double click sends once; `<lib-refused [of]="sending" />` shows a
 * refusal near the button.
 */
export class Sending {
  private readonly injector = inject(Injector);
  private readonly underWay = signal(0);
  private readonly fault = signal<unknown>(undefined);
  readonly isBusy = computed(() => this.underWay() > 0);
  readonly refused = this.fault.asReadonly();

  /** Clears the refusal, once the person does something else. */
  forget(): void {
    this.fault.set(undefined);
  }

  /** Answers whether the work was done. Steps that depend on its success belong into the work. */
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
   * Does the same with several, one after the other: each is a step of its own, and a refused one does not stop the
   * others. Answers those that were done; the last refusal shows like that of a single one.
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

  /** A button that is disabled while it sends loses the focus: it gets it back afterwards. */
  private goBackTo(pressed: Element | null): void {
    afterNextRender(
      () => document.activeElement === document.body && pressed instanceof HTMLElement && pressed.focus(),
      { injector: this.injector },
    );
  }
}

/** The refusal of a request, in the words of the API. */
@Component({
  selector: 'lib-refused',
  imports: [ErrorPanel],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (of().refused(); as error) {
      <lib-error-panel [error]="error" [again]="false" />
    }
  `,
  styles: 'lib-error-panel { display: block; margin-block: var(--s4); }',
})
export class Refused {
  readonly of = input.required<Sending>();
}
