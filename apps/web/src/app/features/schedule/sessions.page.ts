import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { checkTimetable, listSessions, readSessionFile, type ReplyOf } from '@libretto/contracts';
import { firstValueFrom } from 'rxjs';
import { Api, fileAddress } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { Clock, localTimeIn } from '../../platform/time';
import { Empty } from '../../ui/empty';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';
import { CheckInHere } from './check-in/check-in-here';
import { ModulesLine } from './modules-line';
import { MoveDialog, type MoveProposal } from './move-dialog';
import type { Proposal } from './proposal';
import { SessionCalendar } from './session-calendar';
import { SessionLine } from './session-line';
import { TimetableWarnings } from './timetable-warnings';
import { TutorsDialog, type TutorsToChoose } from './tutors-dialog';

type Session = ReplyOf<typeof listSessions>['sessions'][number];

const views = ['list', 'month', 'week', 'modules'] as const;

/** The sessions of an edition, in four views. Those who plan lay it out here: nothing moves before they have confirmed it. */
@Component({
  selector: 'lib-sessions-page',
  imports: [
    CheckInHere,
    Empty,
    MatButtonModule,
    ModulesLine,
    NgTemplateOutlet,
    PageHeader,
    RouterLink,
    SessionCalendar,
    SessionLine,
    SentencePipe,
    TimetableWarnings,
    Waiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions.page.html',
  styleUrl: './session-list.css',
})
export class SessionsPage {
  readonly editionId = input.required<string>();
  /** In the address; without it, the list. */
  readonly view = input<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly signedIn = inject(SignedIn);
  protected readonly views = views;
  protected readonly sessions = this.api.read(listSessions, () => ({ params: { editionId: this.editionId() } }));
  protected readonly check = this.api.read(checkTimetable, () =>
    this.signedIn.rolesIn(this.editionId()).some((role) => role === 'tutor' || role === 'coordinator')
      ? { params: { editionId: this.editionId() } }
      : undefined,
  );

  protected readonly shown = computed(() => views.find((view) => view === this.view()) ?? 'list');
  /** A session with a closed roll is over, even before its end. */
  protected readonly ahead = computed(() =>
    this.all().filter(({ state, endsAt }) => state !== 'held' && new Date(endsAt).getTime() > this.clock.now()),
  );
  protected readonly past = computed(() =>
    this.all()
      .filter((session) => !this.ahead().includes(session))
      .toReversed(),
  );
  protected readonly parts = computed(() => [
    { key: 'ahead' as const, sessions: this.ahead() },
    { key: 'past' as const, sessions: this.past() },
  ]);
  protected readonly all = computed(() => this.sessions.value()?.sessions ?? []);
  /** The modules for the line: those of the edition or, for who does not plan, those that meet. */
  protected readonly modules = computed(
    () =>
      this.check.value()?.modules ??
      [...new Map(this.all().map((one) => [one.moduleNumber, one.moduleTitle]))]
        .map(([number, title]) => ({ number, title }))
        .sort((one, other) => one.number - other.number),
  );
  private readonly selectedId = linkedSignal<string, string | undefined>({
    source: this.shown,
    computation: () => undefined,
  });
  protected readonly selected = computed(() => this.all().find(({ id }) => id === this.selectedId()));

  protected select({ id }: Session): void {
    this.selectedId.set(id);
  }

  protected calendarFile(sessionId: string): string {
    return fileAddress(readSessionFile, { params: { editionId: this.editionId(), sessionId } });
  }

  protected isAhead(session: Session): boolean {
    return this.ahead().includes(session);
  }

  protected askToMove(session: Session): Promise<void> {
    const [startsLocal, endsLocal] = [session.startsAt, session.endsAt].map((at) => localTimeIn(at, session.zone)) as [
      string,
      string,
    ];
    return this.propose({ session, startsLocal, endsLocal });
  }

  protected async propose(proposal: Proposal<Session>): Promise<void> {
    const data: MoveProposal = { ...proposal, editionId: this.editionId() };
    const opened = this.dialogs.open<MoveDialog, MoveProposal, boolean>(MoveDialog, { data, width: '32rem' });
    if (await firstValueFrom(opened.afterClosed())) {
      this.notices.tell('session-moved');
      this.reload();
    }
  }

  protected async assignTutors(session: Session): Promise<void> {
    const data: TutorsToChoose = {
      editionId: this.editionId(),
      session,
      tutors: this.check.value()?.tutors ?? [],
    };
    const opened = this.dialogs.open<TutorsDialog, TutorsToChoose, boolean>(TutorsDialog, { data, width: '32rem' });
    if (await firstValueFrom(opened.afterClosed())) this.reload();
  }

  private reload(): void {
    this.sessions.reload();
    this.check.reload();
  }
}
