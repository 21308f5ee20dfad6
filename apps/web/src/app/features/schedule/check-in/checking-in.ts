import { inject, Injectable, signal } from '@angular/core';
import { checkIn, type CheckedIn } from '@libretto/contracts';
import { Api, codeOf } from '../../../platform/api';
import { deviceName, forgetScan, keepScan } from '../../../platform/device/kept-scan';

/** With these answers the same scan may still arrive. */
const notYet: readonly unknown[] = ['common.unreachable', 'common.unavailable', 'common.busy'];
const againMs = 3000;

/** Sends a scanned or typed code until the server has answered it; meanwhile the browser keeps it with its time. */
@Injectable({ providedIn: 'root' })
export class CheckingIn {
  private readonly api = inject(Api);
  /** There is no connection: the scan waits for one. */
  readonly isWaiting = signal(false);

  async send(code: string, stop: AbortSignal): Promise<CheckedIn> {
    const at = keepScan(code, Date.now());
    try {
      for (;;) {
        const waitedSeconds = Math.max(0, Math.floor((Date.now() - at) / 1000));
        const body = { code, device: deviceName(), waitedSeconds };
        const answer = await this.api.send(checkIn, { body }).catch((error: unknown) => {
          if (stop.aborted || !notYet.includes(codeOf(error))) throw error;
        });
        if (answer) {
          forgetScan();
          return answer;
        }
        this.isWaiting.set(true);
        await connection(stop);
      }
    } catch (error) {
      // Whoever has to sign in first, or to wait, sends the same scan afterwards.
      if (!['common.not-signed-in', 'common.too-many-requests', ...notYet].includes(codeOf(error))) forgetScan();
      throw error;
    } finally {
      this.isWaiting.set(false);
    }
  }
}

/** Until the browser says that it is online again, and not longer than a moment: it does not always know. */
function connection(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, againMs);
    addEventListener('online', done);
    stop.addEventListener('abort', done, { once: true });
  });
}
