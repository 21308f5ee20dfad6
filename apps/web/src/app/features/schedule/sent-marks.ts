import { linkedSignal } from '@angular/core';
import type { AttendanceMark } from '@libretto/domain';

interface Taken {
  readonly mark: AttendanceMark | null;
  readonly minutesLate: number;
}

/** The marks of this screen, which include those still on their way to the server. */
export class SentMarks {
  private readonly taken;
  /** They go one after the other, so that a person's last one stays. */
  private sending: Promise<unknown> = Promise.resolve();

  /** `of` names the roll: another one begins without marks. */
  constructor(
    of: () => object,
    private readonly failed: (error: unknown) => void,
  ) {
    this.taken = linkedSignal<object, ReadonlyMap<string, Taken>>({ source: of, computation: () => new Map() });
  }

  get(enrolmentId: string): Taken | undefined {
    return this.taken().get(enrolmentId);
  }

  write(enrolmentIds: readonly string[], taken: Taken): void {
    this.taken.update((all) => new Map([...all, ...enrolmentIds.map((id) => [id, taken] as const)]));
  }

  ids(): Iterable<string> {
    return this.taken().keys();
  }

  /** Those of these people, or all of them: the roll has newer ones. */
  forget(enrolmentIds: Iterable<string> = this.ids()): void {
    const gone = new Set(enrolmentIds);
    this.taken.update((all) => new Map([...all].filter(([id]) => !gone.has(id))));
  }

  send<Reply>(ask: () => Promise<Reply>, then?: (reply: Reply) => void): void {
    this.sending = this.sending
      .then(ask)
      .then(then)
      .catch((error: unknown) => this.failed(error));
  }

  /** Those that were sent have arrived. */
  arrived(): Promise<unknown> {
    return this.sending;
  }
}
