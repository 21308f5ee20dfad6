import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { followRoll, readCheckInCode } from '@libretto/contracts';
import { rotationSeconds } from '@libretto/domain';
import { Api, askWhenTold, lastOf } from '../../../platform/api';
import { SentencePipe } from '../../../platform/language';
import { Clock, ClockTimePipe } from '../../../platform/time';
import { PageHeader } from '../../../ui/page-header';
import { QrCode } from '../../../ui/qr-code';
import { Waiting } from '../../../ui/waiting';

const tickMs = 250;
/** The pause after a question that had no answer. */
const againMs = 2000;

/** The code on the wall: a QR code and a short one, how long they hold, and how many people are in. */
@Component({
  selector: 'lib-code-page',
  imports: [ClockTimePipe, MatButtonModule, PageHeader, QrCode, RouterLink, SentencePipe, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './code.page.html',
  styleUrl: './code.page.css',
})
export class CodePage {
  readonly editionId = input.required<string>();
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly asked = computed(() => ({
    params: { editionId: this.editionId(), sessionId: this.sessionId() },
  }));
  protected readonly wall = this.api.read(readCheckInCode, () => this.asked());
  /** What came last stays: its next codes are shown while there is no connection. */
  protected readonly last = lastOf(this.wall);
  private readonly cameAt = linkedSignal({ source: this.last, computation: () => performance.now() });
  private readonly now = signal(performance.now());
  private askedAt = performance.now();
  /** The milliseconds since the codes came. */
  private readonly since = computed(() => this.now() - this.cameAt());
  protected readonly shown = computed(() => {
    const codes = this.last()?.codes ?? [];
    const at = codes.findLastIndex(({ begins }) => begins <= this.since());
    const code = codes[at];
    const left = code ? rotationSeconds - (this.since() - code.begins) / 1000 : 0;
    return code && left > 0 ? { ...code, at, seconds: Math.ceil(left) } : undefined;
  });
  protected readonly short = computed(() => this.shown()?.short.replace(/^.{3}/, '$& '));
  protected readonly site = location.host;
  protected readonly isEarly = computed(() => {
    const wall = this.last();
    return wall !== undefined && new Date(wall.opensAt).getTime() > this.clock.now();
  });

  constructor() {
    askWhenTold(
      followRoll,
      () => this.asked(),
      () => this.ask(),
    );
    const timer = setInterval(() => {
      this.now.set(performance.now());
      // The first code is over: there is a newer answer.
      const isOld = this.last()?.codes.length && this.shown()?.at !== 0;
      if (isOld && performance.now() - this.askedAt > againMs) void this.ask().catch(() => undefined);
    }, tickMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async fillScreen(): Promise<void> {
    await this.host.nativeElement.requestFullscreen();
  }

  private async ask(): Promise<void> {
    this.askedAt = performance.now();
    this.wall.set(await this.api.send(readCheckInCode, this.asked()));
  }
}
