import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  listSessions,
  moveSession,
  planSession,
  readPlanning,
  type ReplyOf,
  type SessionView,
} from '@libretto/contracts';
import { Api } from '../../platform/api';
import { InLanguagePipe } from '../../platform/language';
import { zonesToChoose } from '../../platform/time';
import { FieldError, formToSend, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { AddRoomForm } from './add-room-form';
import { SessionLine } from './session-line';

/** Plans a session or, if the address names one, moves it. Times are typed in the session's own zone. */
@Component({
  selector: 'lib-plan-session-page',
  imports: [
    AddRoomForm,
    FieldError,
    FormField,
    FormRoot,
    InLanguagePipe,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    PageHeader,
    RouterLink,
    Send,
    SessionLine,
    TextField,
    TranslocoPipe,
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
      };
      return moving ? { ...fresh, ...typedOf(moving) } : fresh;
    },
  });
  protected readonly form = formToSend(planSession, this.model, (typed) => this.save(typed), {
    body: (typed) => ({ title: typed.title, ...this.placeOf(typed) }),
    rules: (path) => {
      for (const part of [path.day, path.from, path.to]) required(part);
      required(path.roomId, { when: () => this.isInPresence() });
      required(path.joinUrl, { when: () => !this.isInPresence() && !this.moving() });
    },
  });
  protected readonly isInPresence = computed(
    () =>
      this.planning.value()?.modules.find(({ number }) => String(number) === this.model().module)?.mode ===
      'in-presence',
  );

  protected takeRoom(roomId: string): void {
    this.addsRoom.set(false);
    this.planning.reload();
    this.model.update((model) => ({ ...model, roomId }));
  }

  private placeOf({ day, from, to, zone, roomId, joinUrl }: Typed) {
    return {
      startsLocal: `${day}T${from}`,
      endsLocal: `${day}T${to}`,
      zone,
      ...(this.isInPresence() ? { roomId } : joinUrl ? { joinUrl } : {}),
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
type Typed = Record<'module' | 'title' | 'day' | 'from' | 'to' | 'zone' | 'roomId' | 'joinUrl', string>;

/** The form of a session that moves: its times in its own zone. The link is kept unless another is typed. */
function typedOf({ moduleNumber, title, startsAt, endsAt, zone, room }: SessionView) {
  return {
    module: String(moduleNumber),
    title,
    day: local(startsAt, zone).slice(0, 10),
    from: local(startsAt, zone).slice(11, 16),
    to: local(endsAt, zone).slice(11, 16),
    zone,
    roomId: room?.id ?? '',
  };
}

/** "2026-12-03 14:30:00" in a zone: inputs take the Swedish format. */
const local = (at: string, zone: string) => new Date(at).toLocaleString('sv-SE', { timeZone: zone });
