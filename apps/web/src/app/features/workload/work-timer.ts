import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { discardTimedDay, readTimer, startTimer, stopTimer, type TimedDay, type TimerView } from '@libretto/contracts';
import { v7 } from 'uuid';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Clock, ClockTimePipe, HoursPipe, LongDayPipe, OwnZone } from '../../platform/time';
import { Refused, Sending } from '../../ui/sending';

/** One's own timer, for a page to ask about with its other questions: call it where a field is initialised. */
export const askForTimer = (): HttpResourceRef<TimerView | undefined> => inject(Api).read(readTimer, () => ({}));

/** Starts and stops one's timer for a module or for a brief of the project work; what it measured goes into a form. */
@Component({
  selector: 'lib-work-timer',
  imports: [ClockTimePipe, HoursPipe, LongDayPipe, MatButtonModule, Refused, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (timer().value(); as state) {
      @if (state.running; as running) {
        @if (isHere(running)) {
          <p class="row" role="timer">
            <span>{{
              'workload.timer.running'
                | transloco: { since: (running.startedAt | clockTime), time: (minutesSince(running.startedAt) | hours) }
            }}</span>
            <button mat-flat-button type="button" [disabled]="sending.isBusy()" (click)="stop(running.id)">
              {{ 'workload.timer.stop' | transloco }}
            </button>
          </p>
        } @else {
          <p>
            {{ 'workload.timer.elsewhere' | transloco }}
            <a [routerLink]="placeOf(running)" [queryParams]="{ brief: running.brief }">{{
              'workload.timer.go' | transloco
            }}</a>
          </p>
        }
      } @else if (measured().length === 0 && mayStart()) {
        <p class="row">
          <button mat-stroked-button type="button" [disabled]="sending.isBusy()" (click)="start()">
            {{ 'workload.timer.start' | transloco }}
          </button>
          <span class="small soft">{{ 'workload.timer.hint' | transloco }}</span>
        </p>
      }
      <div role="status">
        @if (measured()[0]; as day) {
          <p class="row">
            <span>{{
              'workload.timer.measured' | transloco: { time: (day.minutes | hours), day: (day.day | longDay) }
            }}</span>
            <button mat-button type="button" [disabled]="sending.isBusy()" (click)="discard(day)">
              {{ 'workload.timer.discard' | transloco }}
            </button>
          </p>
          @if (day.isCut) {
            <p class="small">{{ 'workload.timer.cut' | transloco }}</p>
          }
          @if (measured().length > 1) {
            <p class="small soft">{{ 'workload.timer.more' | transloco: { days: measured().length - 1 } }}</p>
          }
        } @else if (wasShort()) {
          <p class="small">{{ 'workload.timer.short' | transloco }}</p>
        }
      </div>
      <lib-refused [of]="sending" />
    }
  `,
})
export class WorkTimer {
  readonly timer = input.required<HttpResourceRef<TimerView | undefined>>();
  readonly editionId = input.required<string>();
  readonly moduleNumber = input<number>();
  /** The brief of the project work, with its module. */
  readonly project = input<{ readonly brief: string; readonly module: number }>();
  readonly mayStart = input(true);
  /** What to record next; nothing once there is no more. */
  readonly next = output<TimedDay | undefined>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly zone = inject(OwnZone);
  protected readonly sending = new Sending();
  protected readonly wasShort = signal(false);
  protected readonly measured = computed(
    () =>
      this.timer()
        .value()
        ?.measured.filter((day) => this.isHere(day)) ?? [],
  );
  private readonly first = computed(() => this.measured()[0], { equal: (one, other) => one?.id === other?.id });

  constructor() {
    let isFilled = false;
    effect(() => {
      const day = this.first();
      if (day || isFilled) this.next.emit(day);
      isFilled = day !== undefined;
    });
  }

  protected isHere({ editionId, moduleNumber, kind }: Pick<TimedDay, 'editionId' | 'moduleNumber' | 'kind'>): boolean {
    const project = this.project();
    const here = project ? project.module : this.moduleNumber();
    const asked = project ? 'project' : 'self-study';
    return editionId === this.editionId() && kind === asked && moduleNumber === here;
  }

  protected placeOf({ editionId, moduleNumber, kind }: NonNullable<TimerView['running']>): (string | number)[] {
    return ['/editions', editionId, ...(kind === 'project' ? ['project-work'] : ['modules', moduleNumber])];
  }

  protected minutesSince(at: string): number {
    return Math.max(0, Math.floor((this.clock.now() - Date.parse(at)) / 60_000));
  }

  protected start(): Promise<unknown> {
    const moduleNumber = this.moduleNumber();
    const brief = this.project()?.brief;
    const body = { timerId: v7(), ...(moduleNumber && { moduleNumber }), ...(brief && { brief }) };
    return this.change(() => this.api.send(startTimer, { params: { editionId: this.editionId() }, body }));
  }

  protected async stop(timerId: string): Promise<void> {
    const startedAt = this.timer().value()?.running?.startedAt;
    await this.change(() => this.api.send(stopTimer, { body: { timerId, zone: this.zone.name() } }));
    this.wasShort.set(startedAt !== undefined && Date.now() - Date.parse(startedAt) < 60_000);
  }

  protected discard({ id }: TimedDay): Promise<unknown> {
    return this.change(() => this.api.send(discardTimedDay, { body: { timedDayId: id } }));
  }

  private async change(send: () => Promise<unknown>): Promise<void> {
    this.wasShort.set(false);
    await this.sending.run(send);
    this.timer().reload();
  }
}
