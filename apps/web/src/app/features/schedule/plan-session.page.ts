import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  listSessions,
  moveSession,
  planSession,
  readPlanning,
  type ReplyOf,
  type SessionView,
} from '@libretto/contracts';
import { meetingProviders } from '@libretto/domain';
import { Api } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { localTimeIn, zonesToChoose } from '../../platform/time';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { RoomForm } from './room-form';
import { SessionLine } from './session-line';

/** Plans a session or, if the address names one, moves it. Times are typed in the session's own zone. */
@Component({
  selector: 'lib-plan-session-page',
  imports: [
    SelectField,
    FormRoot,
    InLanguagePipe,
    MatButtonModule,
    PageHeader,
    RoomForm,
    RouterLink,
    Send,
    SessionLine,
    TextField,
    SentencePipe,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-session.page.html',
  styles: '.more { margin-top: var(--s4); }',
})
export class PlanSessionPage {
  readonly editionId = input.required<string>();
  readonly sessionId = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly planning = this.api.read(readPlanning, () => ({ params: { editionId: this.editionId() } }));
  private readonly sessions = this.api.read(listSessions, () =>
    this.sessionId() ? { params: { editionId: this.editionId() } } : undefined,
  );
  protected readonly moving = computed(() => this.sessions.value()?.sessions.find(({ id }) => id === this.sessionId()));
  protected readonly addsRoom = signal(false);
  protected readonly zones = zonesToChoose();

  private readonly model = linkedSignal<{ planning: Planning | undefined; moving: SessionView | undefined }, Typed>({
    source: () => ({ planning: this.planning.value(), moving: this.moving() }),
    computation: ({ planning, moving }, before) => {
      // Adding a room reloads the rooms; the typed values stay.
      if (before?.source.planning && before.source.moving?.id === moving?.id) return before.value;
      const first = String(planning?.modules[0]?.number ?? '');
      const fresh = {
        module: first,
        title: '',
        day: '',
        from: '',
        to: '',
        zone: planning?.zone ?? 'UTC',
        roomId: '',
        joinUrl: '',
        meeting: '',
      };
      return moving ? { ...fresh, ...typedOf(moving) } : fresh;
    },
  });
  protected readonly form = formToSend(planSession, this.model, (typed) => this.save(typed), {
    body: (typed) => ({ title: typed.title, ...this.placeOf(typed) }),
    rules: (path) => {
      for (const part of [path.day, path.from, path.to]) required(part);
      required(path.roomId, { when: () => this.isInPresence() });
      required(path.joinUrl, { when: () => !this.isInPresence() && !this.moving() && !this.model().meeting });
    },
  });
  protected readonly isInPresence = computed(
    () =>
      this.planning.value()?.modules.find(({ number }) => String(number) === this.model().module)?.mode ===
      'in-presence',
  );
  protected readonly linkHint = computed(() => {
    if (this.sessionId()) return 'schedule.move.link-hint';
    return this.isInPresence() ? 'schedule.plan.link-optional' : 'schedule.plan.link-hint';
  });

  protected takeRoom(roomId: string): void {
    this.addsRoom.set(false);
    this.planning.reload();
    this.model.update((model) => ({ ...model, roomId }));
  }

  private placeOf({ day, from, to, zone, roomId, joinUrl, meeting }: Typed) {
    const provider = meetingProviders.find((one) => one === meeting);
    return {
      startsLocal: `${day}T${from}`,
      endsLocal: `${day}T${to}`,
      zone,
      roomId: roomId || null,
      ...(provider ? { meeting: provider } : joinUrl ? { joinUrl } : {}),
    };
  }

  private async save(typed: Typed): Promise<void> {
    const editionId = this.editionId();
    const sessionId = this.sessionId();
    const place = this.placeOf(typed);
    if (sessionId) await this.api.send(moveSession, { params: { editionId, sessionId }, body: place });
    else
      await this.api.send(planSession, {
        params: { editionId },
        body: { moduleNumber: Number(typed.module), title: typed.title, ...place },
      });
    await this.router.navigate(['/editions', editionId, 'sessions']);
  }
}

type Planning = ReplyOf<typeof readPlanning>;
type Typed = Record<'module' | 'title' | 'day' | 'from' | 'to' | 'zone' | 'roomId' | 'joinUrl' | 'meeting', string>;

/** The form of a session that moves: its times in its own zone. The link is kept unless another is typed. */
function typedOf({ moduleNumber, title, startsAt, endsAt, zone, room }: SessionView) {
  return {
    module: String(moduleNumber),
    title,
    day: localTimeIn(startsAt, zone).slice(0, 10),
    from: localTimeIn(startsAt, zone).slice(11),
    to: localTimeIn(endsAt, zone).slice(11),
    zone,
    roomId: room?.id ?? '',
  };
}
