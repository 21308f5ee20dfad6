import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { KeyBelow } from '@libretto/language';
import { injectSay } from '../platform/language';

const readingMs = 10_000;
/** Longer, as somebody has to find the button. */
const undoMs = 20_000;

/**
 * Reports a finished action, also to screen readers, and stays while the page changes:
 * `this.notices.tell('submitted')`.
 */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly bar = inject(MatSnackBar);
  private readonly say = injectSay();

  /** `done` is the sentence below `shell.done`; `undo` undoes the step, if that is possible. */
  tell(done: KeyBelow<'shell.done'>, values: Record<string, unknown> = {}, undo?: () => Promise<unknown>): void {
    const say = (key: typeof done) => this.say(`shell.done.${key}`, values);
    const open = this.bar.open(say(done), undo ? say('undo') : undefined, { duration: undo ? undoMs : readingMs });
    if (undo)
      open.onAction().subscribe(() => {
        undo().then(
          () => this.tell('undone'),
          (error: unknown) => this.bar.open((error as Error).message, undefined, { duration: undoMs }),
        );
      });
  }
}
